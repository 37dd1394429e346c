/* Runs before anything else, also where nothing else runs: in browsers of twenty years, and from a file. */
;(function () {
  var titles = __TITLES__
  var base = __BASE__
  var element = document.documentElement
  var asked = /[?&]lang=(fr|en)(?:&|$)/.exec(location.search)
  var wishes = String(navigator.languages || navigator.language || '').toLowerCase()
  var wished = /(?:^|,)(fr|en)/.exec(wishes)
  element.lang = (asked || wished || ['', 'fr'])[1]
  document.title = titles[element.lang]

  function each(selector, act) {
    var found = document.querySelectorAll(selector)
    for (var i = 0; i < found.length; i++) act(found[i])
  }

  /* Says why the demo does not come, as long as nothing of it has come. */
  function demoIsStuck(why) {
    var waiting = document.getElementById('demo-preparing')
    if (!waiting) return
    waiting.hidden = true
    waiting.style.display = 'none'
    document.getElementById('demo-stuck').hidden = false
    each('[data-why]', function (section) {
      section.hidden = section.getAttribute('data-why') !== why
    })
    if (why === 'file') sayHowToServe()
  }
  window.demoIsStuck = demoIsStuck

  function sayHowToServe() {
    var folder = decodeURIComponent(location.pathname)
      .replace(/^\/([A-Za-z]:\/)/, '$1')
      .replace(/[^/]*$/, '')
    var fits = folder.slice(-base.length) === base
    var up = base.split('/').length - 2
    var parent =
      folder
        .split('/')
        .slice(0, -1 - up)
        .join('/') || '/'
    each('.demo-command', function (code) {
      code.textContent = 'python3 -m http.server 8000 --bind 127.0.0.1 --directory "' + parent + '"'
    })
    each('.demo-address', function (link) {
      link.textContent = link.href = 'http://127.0.0.1:8000' + base
    })
    each('.demo-folder', function (note) {
      note.hidden = fits
    })
  }

  function look(event) {
    var target = event.target
    /* A picture that does not come stops nothing; a script or an error does. */
    if (target === window || (target && target.tagName === 'SCRIPT')) demoIsStuck('stuck')
  }
  if (location.protocol === 'file:') {
    document.addEventListener('DOMContentLoaded', function () {
      demoIsStuck('file')
    })
  } else if (window.addEventListener) {
    window.addEventListener('error', look, true)
    window.addEventListener('unhandledrejection', look)
  }
})()
