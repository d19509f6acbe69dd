/**
 * The one script of every phone page, plain enough for an old WeChat webview. It is inlined, and the page's
 * policy allows only this text: nothing may be interpolated into it; what differs from page to page is read
 * from data attributes. Every page can be read, and its verdict rechecked, without it.
 *
 * It puts times into the phone's own time zone, waits for a pending verdict as long as the host does (after two
 * minutes more slowly, and saying so), rechecks a missing follow every four seconds for two minutes, takes over
 * the page the server draws when the verdict changed.
 */
const SOURCE = `
(function () {
  'use strict';
  var GIVE_UP_AFTER = 120000, until = 0, timer = 0, busy = false;
  function main() { return document.querySelector('main'); }
  function form() { return document.querySelector('form[data-recheck]'); }
  function say(what) {
    var status = document.querySelector('[role=status]');
    if (status) status.textContent = status.getAttribute('data-' + what) || '';
  }
  function disable(yes) {
    var button = document.querySelector('form[data-recheck] button');
    if (button) button.setAttribute('aria-disabled', String(yes));
  }
  function stop(what) { clearTimeout(timer); timer = 0; busy = false; disable(false); say(what); }
  function later(seconds) {
    var late = Date.now() > until;
    clearTimeout(timer);
    if (late && main().dataset.pending !== 'true') return stop('stopped');
    if (late) say('stopped');
    timer = setTimeout(ask, (late ? 10 : seconds) * 1000);
  }
  function changed(result) {
    var shown = main().dataset;
    return result.verdict !== shown.verdict || (result.reason || '') !== (shown.reason || '') ||
      String(result.pending) !== shown.pending;
  }
  function redraw() {
    return fetch(location.pathname, { headers: { Accept: 'text/html' }, cache: 'no-store' })
      .then(function (answer) { return answer.text(); })
      .then(function (text) {
        var page = new DOMParser().parseFromString(text, 'text/html'), next = page.querySelector('main');
        if (!next) return location.reload();
        clearTimeout(timer); timer = 0; busy = false;
        main().replaceWith(document.adoptNode(next));
        document.title = page.title;
        document.querySelector('h1').focus();
        begin();
      });
  }
  function ask() {
    timer = 0;
    var pending = main().dataset.pending === 'true', recheck = form();
    if (document.hidden) return later(1);
    if (busy || !(pending || recheck)) return;
    busy = true;
    fetch(pending ? location.pathname : recheck.getAttribute('action'), {
      method: pending ? 'GET' : 'POST', headers: { Accept: 'application/json' }, cache: 'no-store'
    }).then(function (answer) {
      if (answer.status === 404) return redraw();
      if (answer.status === 409) return stop('failed');
      if (answer.status === 429) { busy = false; return later(4); }
      if (!answer.ok) throw new Error(String(answer.status));
      return answer.json().then(function (result) {
        if (changed(result)) return redraw();
        busy = false; disable(false);
        if (pending) return later(2);
        say('same');
        if (result.verdict === 'not_followed') later(4);
      });
    }).catch(function () { busy = false; disable(false); if (!pending) say('failed'); later(pending ? 2 : 4); });
  }
  function watch() {
    until = Date.now() + GIVE_UP_AFTER;
    if (main().dataset.pending !== 'true') { disable(true); say('checking'); }
    clearTimeout(timer);
    ask();
  }
  function returned() {
    if (!document.hidden && !timer && form() && main().dataset.verdict === 'not_followed') watch();
  }
  function begin() {
    [].forEach.call(document.querySelectorAll('time'), function (time) {
      var at = new Date(time.getAttribute('datetime'));
      if (!isNaN(at)) time.textContent = at.toLocaleTimeString(document.documentElement.lang, { hourCycle: 'h23' });
    });
    var link = document.querySelector('[data-link]');
    if (link && location.pathname.indexOf('/go/') === 0) {
      link.hidden = false;
      link.querySelector('input').value = location.href;
    }
    if (main().dataset.pending === 'true') {
      until = Date.now() + GIVE_UP_AFTER;
      later(2);
    }
  }
  function copy(box) {
    var field = box.querySelector('input');
    field.focus(); field.select(); field.setSelectionRange(0, field.value.length);
    var done = document.execCommand('copy');
    if (navigator.clipboard) {
      navigator.clipboard.writeText(field.value).then(function () { say('copied'); }, function () {});
    }
    if (done) say('copied');
  }
  document.addEventListener('submit', function (event) {
    if (event.target !== form() || !window.fetch) return;
    event.preventDefault();
    if (!busy) watch();
  });
  document.addEventListener('click', function (event) {
    if (event.target.hasAttribute('data-copy')) copy(event.target.closest('[data-link]'));
  });
  document.addEventListener('visibilitychange', returned);
  window.addEventListener('pageshow', function (event) {
    var visit = performance.getEntriesByType('navigation')[0];
    if (event.persisted || (visit && visit.type === 'back_forward')) returned();
  });
  begin();
})();
`;

/** Without its indentation, which phones need not download. */
export const SCRIPT = SOURCE.replace(/^ +/gm, '');
