"use strict";

(() => {
  const root = document.documentElement.dataset.root;
  const form = document.getElementById("site-search");
  const query = document.getElementById("site-query");
  const found = document.getElementById("site-found");
  const results = document.getElementById("site-results");
  const most = 20;

  const wordsOf = text => text.toLowerCase().match(/[\p{L}\p{N}_]+/gu) ?? [];

  // A heading counts more than all that stands below it, a whole word more than its beginning.
  function weigh(word, candidates, whole, part) {
    return candidates.includes(word) ? whole : candidates.some(candidate => candidate.startsWith(word)) ? part : 0;
  }

  function search(text) {
    const words = wordsOf(text);
    const below = words.map(word => {
      const weights = new Map();
      for (const [candidate, sections] of Object.entries(searchIndex.words))
        if (candidate.startsWith(word))
          for (const section of sections)
            weights.set(section, Math.max(weights.get(section) ?? 0, candidate === word ? 2 : 1));
      return weights;
    });
    return searchIndex.sections
      .map(([page, anchor, heading], section) => {
        const [headings, titles] = [wordsOf(heading), wordsOf(searchIndex.pages[page][1])];
        const weights = words.map((word, i) => {
          const weight = weigh(word, headings, 2000, 1000) + (below[i].get(section) ?? 0);
          return weight === 0 ? 0 : weight + weigh(word, titles, 20, 10);
        });
        // Of two headings with the words the shorter says more.
        const weight = weights.includes(0) ? 0 : weights.reduce((sum, next) => sum + next, 0) - Math.min(headings.length, 9) / 10;
        return { page, anchor, heading, weight };
      })
      .filter(result => result.weight > 0)
      .sort((left, right) => right.weight - left.weight);
  }

  function show() {
    const all = query.value.trim() === "" ? [] : search(query.value);
    results.replaceChildren(...all.slice(0, most).map(({ page, anchor, heading }) => {
      const [address, title] = searchIndex.pages[page];
      const link = document.createElement("a");
      link.href = root + address + (anchor && "#" + anchor);
      link.textContent = heading;
      const item = document.createElement("li");
      item.append(link);
      if (title !== heading)
        item.append(" " + title);
      return item;
    }));
    found.textContent = query.value.trim() === "" ? "" : all.length > most ? `The first ${most} of ${all.length}` : `${all.length} found`;
  }

  // The index is loaded once somebody searches.
  let loading;
  function load() {
    loading ??= new Promise((loaded, failed) => {
      const script = document.createElement("script");
      script.src = root + "search-index.js";
      script.onload = loaded;
      script.onerror = failed;
      document.head.append(script);
    });
    return loading;
  }

  query.addEventListener("input", () => load().then(show, () => { found.textContent = "The index of the search is not there."; }));
  form.addEventListener("submit", event => {
    event.preventDefault();
    results.querySelector("a")?.click();
  });
  form.addEventListener("keydown", event => {
    if (event.key !== "Escape")
      return;
    query.value = "";
    show();
    query.focus();
  });
  document.addEventListener("keydown", event => {
    const { tagName } = document.activeElement;
    if (event.key === "/" && tagName !== "INPUT" && !event.ctrlKey && !event.metaKey && !event.altKey) {
      event.preventDefault();
      query.focus();
    }
  });
  form.hidden = false;

  // The list of pages is longer than the window.
  const pages = document.getElementById("site-pages");
  const current = [...pages.querySelectorAll("[aria-current]")].at(-1);
  if (current)
    pages.scrollTop = current.offsetTop - pages.clientHeight / 2;
})();
