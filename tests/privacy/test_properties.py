"""Any number that passes its check is found and hidden; none that fails it is accused."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from reportcheck.text.fold import fold
from reportcheck.text.private_numbers import id_check, look_alikes, luhn_check, masked, private_numbers

_DIGITS = "0123456789"
AREAS = st.sampled_from(["110101", "350203", "530102", "620502", "652301"])
BODIES = st.builds(
    lambda area, born, order: f"{area}{born:%Y%m%d}{order:03d}",
    AREAS, st.dates(date(1900, 1, 1), date(2024, 12, 31)), st.integers(0, 999),
)  # fmt: skip
PHONES = st.builds("{}{}".format, st.sampled_from(["130", "138", "147", "159", "166", "177", "189", "199"]), st.text(_DIGITS, min_size=8, max_size=8))
CARDS = st.builds("{}{}".format, st.sampled_from(["62", "4", "5"]), st.text(_DIGITS, min_size=15, max_size=15).filter(lambda s: len(set(s)) > 1))


def proofs(text, kind):
    folded = fold(text)
    return [(folded[found.span.start : found.span.end], found.proof) for found in private_numbers(folded, kind, 0, len(folded))]


@given(BODIES)
def test_an_identity_number_is_proved_and_one_wrong_character_unproves_it(body):
    right = id_check(body)
    assert proofs(f"李某{body}{right}。", "id-number") == [(body + right, "proved")]
    for char in "0123456789X".replace(right, ""):
        assert proofs(f"李某{body}{char}。", "id-number") == [(body + char, "shaped")]


@given(st.text(_DIGITS, min_size=18, max_size=18))
def test_eighteen_digits_are_proved_only_with_area_birthday_and_check(number):
    try:
        born = date(int(number[6:10]), int(number[10:12]), int(number[12:14])).year in range(1900, 2036)
    except ValueError:
        born = False
    proved = [proof for _, proof in proofs(number, "id-number")] == ["proved"]
    assert not proved or (born and id_check(number[:17]) == number[17])


@given(BODIES, st.integers(0, 16), st.sampled_from(_DIGITS))
def test_any_one_changed_digit_is_noticed_by_the_check(body, at, digit):
    changed = body[:at] + digit + body[at + 1 :]
    assert (id_check(changed) == id_check(body)) == (changed == body)


@given(PHONES, st.sampled_from("元件人次户条万亿%号"))
def test_a_phone_number_is_found_and_an_amount_is_not(number, unit):
    assert proofs(f"李某{number}。", "phone") == [(number, "proved")]
    assert proofs(f"李某（{number[:3]} {number[3:7]} {number[7:]}）", "phone") != []
    assert proofs(f"累计{number}{unit}。", "phone") == []


@given(PHONES, st.sampled_from(_DIGITS + "abcXYZ_/.="))
def test_a_part_of_something_longer_is_no_phone_number(number, char):
    assert proofs(f"{char}{number}。", "phone") == []
    assert char == "." or proofs(f"{number}{char}。", "phone") == []


@given(CARDS)
def test_a_card_number_is_found_and_one_wrong_digit_clears_it(body):
    right = luhn_check(body)
    number = body + right
    assert [text for text, _ in proofs(f"卡号{number}。", "bank-card")] == [number]
    for digit in _DIGITS.replace(right, ""):
        assert proofs(f"卡号{body}{digit}。", "bank-card") == []


@given(st.text(_DIGITS, max_size=15), st.integers(0, 14), st.sampled_from(_DIGITS))
def test_luhn_notices_any_one_changed_digit(body, at, digit):
    changed = body[:at] + digit + body[at + 1 :]
    if len(changed) == len(body):
        assert (luhn_check(changed) == luhn_check(body)) == (changed == body)


@given(st.one_of(PHONES, BODIES, CARDS))
def test_a_mask_hides_all_but_five_characters_and_keeps_the_length(number):
    shown = masked(number)
    assert len(shown) == len(number)
    assert sum(char != "*" for char in shown) == 5
    assert masked(f"{number[:3]} {number[3:]}").replace(" ", "") == shown


@given(st.text(max_size=200))
def test_no_text_breaks_the_search(text):
    folded = fold(text)
    for kind in ("id-number", "phone", "bank-card"):
        assert all(found.span.end <= len(folded) for found in private_numbers(folded, kind, 0, len(folded)))
        assert all(span.length for span in look_alikes(folded, kind, 0, len(folded)))
