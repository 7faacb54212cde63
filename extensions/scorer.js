// The order of what a search finds: the scores of Sphinx, with three changes.
var Scorer = {
  objNameMatch: 11,
  objPartialMatch: 6,
  objPrio: {0: 15, 1: 5, 2: -5},
  objPrioDefault: 0,
  title: 15,
  partialTitle: 7,
  term: 5,
  partialTerm: 2,
  score: ([page, , anchor, , score]) =>
    score
    // a heading or a term that holds the whole query, and not one word of it
    + (anchor ? 10 : 0)
    // they explain nothing
    - (/homework|instructors|references|status/.test(page) ? 20 : 0)
    // a word is explained in the first chapter that uses it
    - (page.match(/\d+/) ?? 0) / 100,
};
