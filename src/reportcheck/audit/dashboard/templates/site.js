/* Sorting, filtering and searching of the tables. Everything can be read without it. Written for old browsers. */
(function () {
  'use strict';
  var ALL = '全部', FEW = 12, SHOWN = 300; // the style sheet hides as many until this script has run

  function make(tag, parent, text, kind) {
    var made = document.createElement(tag);
    if (text) { made.appendChild(document.createTextNode(text)); }
    if (kind) { made.className = kind; }
    if (parent) { parent.appendChild(made); }
    return made;
  }

  function words(cell) { return cell ? cell.textContent.replace(/^\s+|\s+$/g, '') : ''; }

  function later(work, time) {
    var waiting;
    return function () { clearTimeout(waiting); waiting = setTimeout(work, time); };
  }

  function compare(a, b) { return a.localeCompare(b, 'zh-Hans-CN'); }

  function listOf(table) {
    var rows = [].slice.call(table.tBodies[0].rows);
    var heads = [].slice.call(table.tHead.rows[table.tHead.rows.length - 1].cells);
    return { table: table, body: table.tBodies[0], rows: rows, heads: heads, tests: {}, controls: {}, sorted: '', texts: null, whole: false };
  }

  function distinct(list, column) {
    var seen = {}, values = [];
    list.rows.forEach(function (row) {
      var value = words(row.cells[column]);
      if (value && !Object.prototype.hasOwnProperty.call(seen, value)) { seen[value] = true; values.push(value); }
    });
    return values.sort(function (a, b) { return isNaN(a) || isNaN(b) ? compare(a, b) : b - a; });
  }

  function picker(list, tools, column, name) {
    var values = distinct(list, column);
    if (values.length < 2) { return; }
    var select = make('select', make('label', tools, name + ' '));
    make('option', select, ALL).value = '';
    values.forEach(function (value) { make('option', select, value).value = value; });
    list.controls[name] = {
      get: function () { return select.value; },
      set: function (value) { select.value = value; if (select.value !== value) { select.value = ''; } },
      test: function (value) { return function (row) { return words(row.cells[column]) === value; }; }
    };
    select.onchange = function () { apply(list); };
  }

  function ranger(list, tools, column, name) {
    var label = make('label', tools, name + ' '), ends = ['从', '到'].map(function (hint) {
      var input = make('input', label);
      input.type = 'number'; input.min = 0; input.max = 100; input.step = 'any'; input.placeholder = hint;
      input.setAttribute('aria-label', name + hint);
      input.oninput = later(function () { apply(list); }, 150);
      return input;
    });
    label.insertBefore(document.createTextNode(' — '), ends[1]);
    list.controls[name] = {
      get: function () { return ends[0].value || ends[1].value ? ends[0].value + '~' + ends[1].value : ''; },
      set: function (value) { var parts = value.split('~'); ends[0].value = parts[0] || ''; ends[1].value = parts[1] || ''; },
      test: function (value) {
        var parts = value.split('~'), low = parts[0] === '' ? -Infinity : +parts[0], high = parts[1] === '' ? Infinity : +parts[1];
        return function (row) {
          var cell = parseFloat(words(row.cells[column]));
          return cell >= low && (cell < high || (high >= 100 && cell <= high));
        };
      }
    };
  }

  function textsOf(list) {
    if (!list.texts) {
      list.texts = list.rows.map(function (row) {
        var titled = row.querySelector('a[title]');
        return (row.textContent + ' ' + (titled ? titled.title : '')).toLowerCase();
      });
      list.rows.forEach(function (row, index) { row.listed = index; });
    }
    return list.texts;
  }

  function searcher(list, tools) {
    var input = make('input', make('label', tools, '查找 '));
    input.type = 'search'; input.placeholder = '名称、文字，可用空格分开';
    input.oninput = later(function () { apply(list); }, 150);
    list.controls['找'] = {
      get: function () { return input.value.replace(/^\s+|\s+$/g, ''); },
      set: function (value) { input.value = value; },
      test: function (value) {
        var parts = value.toLowerCase().split(/\s+/), texts = textsOf(list);
        return function (row) { return parts.every(function (part) { return texts[row.listed].indexOf(part) >= 0; }); };
      }
    };
  }

  function sort(list, column, down) {
    var numeric = list.heads[column].className.indexOf('n') === 0, keyed = list.rows.map(function (row) {
      var cell = row.cells[column], key = cell ? (cell.getAttribute('data-v') || words(cell)) : '';
      return { row: row, key: numeric ? parseFloat(key) : key };
    });
    keyed.sort(function (a, b) {
      var empty = numeric ? isNaN(a.key) - isNaN(b.key) : (a.key === '') - (b.key === '');
      if (empty) { return empty; }
      if (numeric && isNaN(a.key)) { return 0; }
      return (numeric ? a.key - b.key : compare(a.key, b.key)) * (down ? -1 : 1);
    });
    var body = list.body, parent = body.parentNode, after = body.nextSibling;
    parent.removeChild(body);
    keyed.forEach(function (each) { body.appendChild(each.row); });
    parent.insertBefore(body, after);
    list.heads.forEach(function (head, index) {
      head.className = head.className.replace(/ (up|down)\b/g, '') + (index === column ? (down ? ' down' : ' up') : '');
      head.setAttribute('aria-sort', index === column ? (down ? 'descending' : 'ascending') : 'none');
    });
    list.sorted = (down ? '-' : '') + words(list.heads[column]);
  }

  function sortable(list) {
    list.heads.forEach(function (head, column) {
      if (head.className.indexOf('no') === 0 || head.className.indexOf('bar-col') === 0) { return; }
      head.className += ' sorts'; head.tabIndex = 0; head.title = '点击排序';
      function act() {
        var first = head.className.indexOf('n') === 0 && head.className.indexOf(' up') < 0 && head.className.indexOf(' down') < 0;
        sort(list, column, first || head.className.indexOf(' up') >= 0);
        if (list.count) { apply(list); }
      }
      head.onclick = act;
      head.onkeydown = function (event) { if (event.keyCode === 13 || event.keyCode === 32) { event.preventDefault(); act(); } };
    });
  }

  function state(list) {
    var parts = [];
    Object.keys(list.controls).forEach(function (name) {
      var value = list.controls[name].get();
      if (value) { parts.push(encodeURIComponent(name) + '=' + encodeURIComponent(value)); }
    });
    if (list.sorted) { parts.push(encodeURIComponent('排') + '=' + encodeURIComponent(list.sorted)); }
    return parts.join('&') || encodeURIComponent(ALL);
  }

  function remember(list) {
    if (!list.main) { return; }
    list.own = '#' + state(list);
    if (location.hash !== list.own) { location.replace(list.own); }
  }

  function apply(list) {
    var tests = [], told = [], shown = 0, limit = list.whole ? Infinity : SHOWN;
    Object.keys(list.controls).forEach(function (name) {
      var value = list.controls[name].get();
      if (value) { tests.push(list.controls[name].test(value)); told.push((name === '找' ? '查找' : name) + ' ' + value.replace('~', '—')); }
    });
    [].forEach.call(list.body.rows, function (row) {
      var on = tests.every(function (test) { return test(row); });
      shown += on ? 1 : 0;
      if (row.hidden === (on && shown <= limit)) { row.hidden = !row.hidden; }
    });
    list.table.className = list.table.className.replace(/ ready\b/, '') + ' ready';
    list.count.textContent = '共' + list.rows.length + '行，符合' + shown + '行';
    list.more.hidden = shown <= limit;
    list.more.firstChild.data = '只列出前' + SHOWN + '行，点此列出全部' + shown + '行';
    list.chosen.textContent = told.length ? '筛选：' + told.join('；') + '（' + shown + '行）' : '';
    remember(list);
  }

  function restore(list, hash) {
    var wanted = {}, sorting = null;
    hash.replace(/^#/, '').split('&').forEach(function (part) {
      var at = part.indexOf('=');
      if (at < 0) { return; }
      try { wanted[decodeURIComponent(part.slice(0, at))] = decodeURIComponent(part.slice(at + 1)); } catch (ignored) { return; }
    });
    Object.keys(list.controls).forEach(function (name) { list.controls[name].set(wanted[name] || ''); });
    if (wanted['排']) {
      var down = wanted['排'].charAt(0) === '-', name = wanted['排'].slice(down ? 1 : 0);
      list.heads.forEach(function (head, column) { if (words(head) === name) { sorting = column; } });
      if (sorting !== null) { sort(list, sorting, down); }
    }
    apply(list);
  }

  function toolbar(list) {
    var tools = make('div', null, '', 'tools');
    searcher(list, tools);
    list.heads.forEach(function (head, column) {
      if (head.hasAttribute('data-pick')) { picker(list, tools, column, words(head)); }
      if (head.hasAttribute('data-range')) { ranger(list, tools, column, words(head)); }
    });
    var reset = make('button', tools, '全部显示');
    reset.type = 'button';
    reset.onclick = function () { restore(list, ALL); };
    list.count = make('span', tools, '', 'count');
    list.count.setAttribute('aria-live', 'polite');
    list.chosen = make('p', null, '', 'chosen');
    list.more = make('button', null, ' ', 'more');
    list.more.type = 'button';
    list.more.onclick = function () { list.whole = true; apply(list); };
    window.addEventListener('beforeprint', list.more.onclick);
    var outer = list.table.parentNode, frame = outer.className === 'scroll' ? outer : list.table;
    frame.parentNode.insertBefore(tools, frame);
    frame.parentNode.insertBefore(list.chosen, frame);
    frame.parentNode.insertBefore(list.more, frame.nextSibling);
  }

  function setUp(table) {
    var list = listOf(table);
    list.main = table.getAttribute('data-list') === 'main';
    sortable(list);
    if (!list.main && list.rows.length < FEW) { return; }
    toolbar(list);
    if (!list.main) { apply(list); return; }
    restore(list, location.hash || table.getAttribute('data-default') || '');
    window.addEventListener('hashchange', function () { if (location.hash !== list.own) { restore(list, location.hash); } });
  }

  [].slice.call(document.querySelectorAll('table[data-list]')).forEach(setUp);
}());
