'use strict';
// The page is whole without this script; it adds filters, and the way from a check to its figures and back.
(() => {
  const $ = (selector, from = document) => from.querySelector(selector);
  const all = (selector, from = document) => Array.from(from.querySelectorAll(selector));
  const element = (tag, className, text) => {
    const made = document.createElement(tag);
    if (className) made.className = className;
    if (text !== undefined) made.textContent = text;
    return made;
  };
  const figures = JSON.parse($('#data').textContent).figures;
  const main = $('main');
  const items = all('#list [data-v]');
  const numbers = (item) => item.dataset.o.split(' ').filter(Boolean).map(Number);

  // figure -> the checks that it takes part in
  const checksOf = new Map();
  for (const item of items) {
    for (const id of numbers(item)) {
      if (!checksOf.has(id)) checksOf.set(id, []);
      checksOf.get(id).push(item);
    }
  }

  // ---- light and dark
  const root = document.documentElement;
  const stored = (() => { try { return localStorage.getItem('gouji-theme'); } catch { return null; } })();
  if (stored) root.dataset.theme = stored;
  $('#theme').addEventListener('click', () => {
    const dark = root.dataset.theme ? root.dataset.theme === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches;
    root.dataset.theme = dark ? 'light' : 'dark';
    try { localStorage.setItem('gouji-theme', root.dataset.theme); } catch { /* a file without storage */ }
  });
  $('#print').addEventListener('click', () => print());

  // ---- which half a narrow screen shows
  const view = (name) => {
    main.dataset.view = name;
    for (const button of all('.views button')) button.setAttribute('aria-pressed', String(button.dataset.view === name));
  };
  for (const button of all('.views button')) button.addEventListener('click', () => view(button.dataset.view));
  const tab = (name) => {
    for (const button of all('[role=tab]')) button.setAttribute('aria-selected', String(button.dataset.tab === name));
    for (const panel of all('.tab')) panel.hidden = panel.id !== name;
  };
  for (const button of all('[role=tab]')) button.addEventListener('click', () => tab(button.dataset.tab));

  // ---- filters
  const bar = $('.bar');
  for (const part of all('i', bar)) part.style.flexGrow = part.dataset.n;
  const rule = $('#rule');
  const rules = new Map();
  for (const item of items) rules.set(item.dataset.r, $('.rule', item).textContent);
  for (const [id, label] of rules) rule.append(new Option(label, id));
  const chips = all('.chip');
  const words = $('#words');
  const texts = new Map();
  const textOf = (item) => {
    if (!texts.has(item)) texts.set(item, item.textContent.toLowerCase());
    return texts.get(item);
  };
  const filter = () => {
    const verdicts = new Set(chips.filter((c) => c.getAttribute('aria-pressed') === 'true').map((c) => c.dataset.v));
    const wanted = words.value.trim().toLowerCase().split(/\s+/).filter(Boolean);
    let shown = 0;
    for (const item of items) {
      const hit = verdicts.has(item.dataset.v) && (!rule.value || item.dataset.r === rule.value) && wanted.every((w) => textOf(item).includes(w));
      item.hidden = !hit;
      if (hit) ++shown;
    }
    for (const group of all('#list .rows, #list .cards')) group.hidden = !$(':scope > :not([hidden])', group);
    $('#shown').textContent = shown === items.length ? String(shown) : shown + ' / ' + items.length;
    $('#nothing').hidden = shown > 0;
  };
  const press = (chip, on) => chip.setAttribute('aria-pressed', String(on));
  for (const chip of chips) {
    chip.addEventListener('click', () => {
      // The first click on one of several shows that one alone; clicking the last that is on brings all back.
      const on = chips.filter((c) => c.getAttribute('aria-pressed') === 'true');
      if (on.length === chips.length) chips.forEach((c) => press(c, c === chip));
      else if (on.length === 1 && on[0] === chip) chips.forEach((c) => press(c, true));
      else press(chip, chip.getAttribute('aria-pressed') !== 'true');
      tab('list');
      filter();
    });
  }
  rule.addEventListener('change', filter);
  let typing = 0;
  words.addEventListener('input', () => { clearTimeout(typing); typing = setTimeout(filter, 120); });
  filter();

  // ---- from a check to its figures
  const trail = $('#trail');
  let chosen = null;  // the check whose figures are marked
  let stop = 0;       // which of them was gone to
  const placeOf = (id) => document.getElementById('f' + id);
  // The end of a range shares the element of the other end, which stands before it.
  const spot = (id) => {
    let at = placeOf(id);
    while (at && at.tagName === 'I') at = at.previousElementSibling;
    return at;
  };
  const clear = () => {
    for (const marked of all('.on, .on-stated, .on-blamed, .here', $('#report'))) marked.classList.remove('on', 'on-stated', 'on-blamed', 'here');
    if (chosen) chosen.classList.remove('chosen');
    chosen = null;
    trail.hidden = true;
  };
  const goTo = (id) => {
    const at = spot(id);
    if (!at) return;
    view('report');
    for (const other of all('#report .here')) other.classList.remove('here');
    at.classList.add('here');
    at.scrollIntoView({ block: 'center', inline: 'nearest' });
  };
  const choose = (item, id) => {
    clear();
    hidePop();
    chosen = item;
    item.classList.add('chosen');
    for (const operand of numbers(item)) { const at = spot(operand); if (at) at.classList.add('on'); }
    const mark = (which, name) => { const at = which !== undefined && spot(which); if (at) at.classList.add(name); };
    mark(item.dataset.b, 'on-blamed');
    mark(item.dataset.s, 'on-stated');
    const first = id !== undefined ? id : item.dataset.s !== undefined ? Number(item.dataset.s) : numbers(item)[0];
    stop = Math.max(0, numbers(item).indexOf(first));
    const formula = $('.formula', item);
    $('#trail-text').textContent = $('.rule', item).textContent + '  ' + (formula ? formula.textContent : '');
    trail.hidden = false;
    if (first !== undefined) goTo(first);
    history.replaceState(null, '', '#' + item.id);
  };
  const showCheck = (item) => {
    tab('list');
    if (item.hidden) { chips.forEach((c) => press(c, true)); rule.value = ''; words.value = ''; filter(); }
    view('checks');
    item.scrollIntoView({ block: 'nearest' });
    item.classList.add('flash');
    setTimeout(() => item.classList.remove('flash'), 1200);
  };
  const step = (by) => {
    if (!chosen) return;
    const ids = numbers(chosen);
    stop = (stop + by + ids.length) % ids.length;
    goTo(ids[stop]);
  };
  $('#back').addEventListener('click', () => { if (chosen) showCheck(chosen); });
  $('#previous').addEventListener('click', () => step(-1));
  $('#next').addEventListener('click', () => step(1));
  $('#close').addEventListener('click', () => { clear(); history.replaceState(null, '', '#'); });

  // ---- from a figure to its checks
  const pop = $('#pop');
  const hidePop = () => { pop.hidden = true; };
  const showPop = (id, at) => {
    const [printed, indicator, value, unit, period, basis, scope, place] = figures[id];
    pop.replaceChildren(element('h3', '', printed), element('p', 'indicator', indicator));
    const facts = element('dl');
    const add = (label, text) => { if (text) facts.append(element('dt', '', label), element('dd', '', text)); };
    const [whole, decimals] = value.split('.');
    const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',') + (decimals ? '.' + decimals : '');
    add('{{值|value}}', grouped + (unit === 'CNY' ? ' {{元|CNY}}' : unit && unit !== '1' ? ' ' + unit : ''));
    add('{{期间|period}}', period);
    add('{{口径|basis}}', basis);
    add('{{范围|scope}}', scope);
    add('{{位置|place}}', place);
    const list = element('ul');
    for (const item of checksOf.get(id) || []) {
      const link = element('a');
      link.href = '#' + item.id;
      const tick = $('.tick', item).cloneNode(true);
      const formula = $('.formula', item);
      link.append(tick, element('span', '', $('.rule', item).textContent + ' ' + (formula ? formula.textContent : '')));
      const line = element('li');
      line.append(link);
      list.append(line);
    }
    pop.append(facts, list.children.length ? list : element('p', 'empty', '{{没有涉及它的核对|No check computes it.}}'));
    pop.hidden = false;
    const box = at.getBoundingClientRect();
    const width = Math.min(380, innerWidth - 24);
    pop.style.width = width + 'px';
    pop.style.left = Math.max(12, Math.min(box.left, innerWidth - width - 12)) + 'px';
    const below = box.bottom + 8;
    const height = pop.offsetHeight;
    pop.style.top = (below + height < innerHeight ? below : Math.max(12, box.top - height - 8)) + 'px';
  };

  document.addEventListener('click', (event) => {
    const target = event.target;
    const link = target.closest('a[href^="#"]');
    if (link) {
      const kind = link.hash[1];
      const id = Number(link.hash.slice(2));
      if (kind === 's') { $('.contents').open = false; view('report'); return; }
      event.preventDefault();
      hidePop();
      if (kind === 'c') {
        const item = document.getElementById('c' + id);
        if (!item) return;
        choose(item);
        if (link.closest('#checks')) view('checks');
        showCheck(item);
        return;
      }
      const item = target.closest('[data-v]');
      if (item && numbers(item).includes(id)) choose(item, id);
      else goTo(id);
      return;
    }
    const figure = target.closest('#report b.f');
    if (figure && figure.closest('.paper')) {
      const id = Number(figure.dataset.f !== undefined ? figure.dataset.f : figure.id.slice(1));
      showPop(id, figure);
      return;
    }
    if (!pop.hidden && !target.closest('#pop')) hidePop();
    const item = target.closest('#list [data-v]');
    if (item && !target.closest('summary, details') && !String(getSelection())) choose(item);
  });
  document.addEventListener('keydown', (event) => {
    if (event.target.closest('input, select')) { if (event.key === 'Escape') event.target.blur(); return; }
    if (event.key === 'Escape') { if (!pop.hidden) hidePop(); else clear(); }
    if (event.key === '/') { event.preventDefault(); view('checks'); tab('list'); words.focus(); }
    if (event.key === 'Enter' && document.activeElement.matches('.card')) choose(document.activeElement);
    if (event.key === 'j' || event.key === 'k') {
      const open = items.filter((i) => !i.hidden);
      const at = open.indexOf(chosen);
      const next = open[event.key === 'j' ? Math.min(at + 1, open.length - 1) : Math.max(at - 1, 0)];
      if (next) { choose(next); next.scrollIntoView({ block: 'nearest' }); }
    }
  });

  // ---- where in the report the findings stand
  const map = $('#map');
  for (const at of all('.paper .stated, .paper .blamed, .paper .asked')) {
    const id = Number(at.dataset.f !== undefined ? at.dataset.f : at.id.slice(1));
    const dot = element('a', at.classList.contains('asked') ? 'asked' : 'stated');
    dot.href = '#f' + id;
    dot.style.top = (100 * (id + 0.5)) / figures.length + '%';
    map.append(dot);
  }

  const start = document.getElementById(location.hash.slice(1));
  if (start && start.dataset.v) choose(start);
})();
