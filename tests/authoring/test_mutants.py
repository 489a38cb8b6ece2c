"""What is broken, and what is not because it would be the same."""


from reportcheck.authoring.mutants import mutants, variants
from reportcheck.checks import CHECKS

SCHEMA = CHECKS["evidence"].PARAMS


def named(params, kind="evidence"):
    return {f"{each.path} {each.what}": each.value for each in variants(params, CHECKS[kind].PARAMS)}


def test_optional_lists_go_required_ones_are_emptied():
    params = {"signs": ({"any": ("听证",), "with": ("召开",)},), "topic": ("听证",), "acts": ("召开",)}
    made = named(params)
    assert set(made) == {"signs[1].with 删去", "topic 删去", "acts 清空"}
    assert made["signs[1].with 删去"]["signs"] == ({"any": ("听证",)},)
    assert made["acts 清空"]["acts"] == ()


def test_one_sign_of_several_goes_as_a_whole():
    params = {"signs": ({"any": ("听证",)}, {"any": ("论证",)}), "acts": ("召开",)}
    assert named(params)["signs[1] 删去"]["signs"] == ({"any": ("论证",)},)


def test_switches_and_names_are_moved_not_taken_away():
    params = {"signs": ({"any": ("听证",), "needs": "act", "anyone": True},), "acts": ("召开",)}
    made = named(params)
    assert made["signs[1].needs act改为named"]["signs"][0]["needs"] == "named"
    assert made["signs[1].anyone True改为False"]["signs"][0]["anyone"] is False


def test_numbers_are_moved_both_ways_within_what_the_schema_allows():
    assert set(named({"of": "plan", "at_least": 1}, "items")) == {"of plan改为problems", "at_least 1改为2"}
    assert set(named({"role": "plan", "min_chars": 80}, "part")) >= {"min_chars 80改为40", "min_chars 80改为160"}


def test_entries_of_a_table_go_one_by_one():
    subject = {"problem": ("人手",), "plan": ("招录",)}
    made = named({"subjects": {"staff": subject}, "measures": ("招录",), "stock": ("加强",)}, "answered")
    assert {"subjects.staff 删去", "subjects.staff.plan 删去", "measures 清空", "stock 清空"} == set(made)


def test_who_is_bound_is_broken_too_unless_everybody_is(small):
    rule = small.rules[0]
    bound = rule.applies_to._replace(levels=("county",), subjects=("government", "party_office", "department"))
    made = list(mutants(rule._replace(applies_to=bound), {"signs": (), "acts": ()}, SCHEMA))
    assert [each.path for each in made if each.path.startswith("applies_to")] == ["applies_to.levels"]
    assert next(each for each in made if each.path == "applies_to.levels").rule.applies_to.levels == ()
