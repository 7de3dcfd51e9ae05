// The oldest JavaScript on purpose: this runs in the engines of Internet Explorer and the first Edge. What the pages need
// is put in from scripts/engine-level.js.
(function () {
  var needed = '__NEEDED__'.split(' ');
  var notice = document.getElementById('old-engine');
  function isThere(path) {
    var names = path.split('.');
    var value = window;
    for (var i = 0; i < names.length; i++) {
      if (value === undefined || value === null) return false;
      value = value[names[i]];
    }
    return value !== undefined;
  }
  for (var i = 0; i < needed.length; i++) {
    if (isThere(needed[i])) continue;
    notice.removeAttribute('hidden');
    document.documentElement.className += ' old-engine';
    return;
  }
  notice.parentNode.removeChild(notice);
})();
