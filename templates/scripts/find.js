// Search and filters over the list of documents. Without this script the whole list is there.
const finder = document.getElementById('finder');

if (finder) {
  const language = document.documentElement.lang;
  const { search, kind, account, kam, language: languageLabel, all, nothing } = finder.dataset;
  const lines = text => text.split('\n').filter(line => line !== '');
  const documents = [...document.querySelectorAll('.document-list li')].map(item => ({
    item,
    kind: [item.closest('[data-kind]').dataset.kind],
    account: lines(item.dataset.account),
    kam: lines(item.dataset.kam),
    links: [...item.querySelectorAll('a')],
    text: `${item.closest('[data-kind]').dataset.kind} ${item.textContent} ${item.dataset.account} ${item.dataset.kam}`,
  }));
  const languageName = new Intl.DisplayNames(language, { type: 'language' });
  /** The region only where a language has several. */
  const nameOf = (tag, _, tags) => {
    const [base] = tag.split('-');
    return languageName.of(tags.some(other => other !== tag && other.split('-')[0] === base) ? tag : base);
  };
  const plain = text => text.normalize('NFD').replace(/\p{M}/gu, '').toLocaleLowerCase(language);

  const labelled = (text, control) => {
    const label = document.createElement('label');
    label.append(text, control);
    finder.append(label);
    return control;
  };
  const option = (value, text) => {
    const made = document.createElement('option');
    made.value = value;
    made.textContent = text;
    return made;
  };
  const choice = (text, values, name = value => value) => {
    const control = document.createElement('select');
    const unique = [...new Set(values)];
    const options = unique.map((value, index) => option(value, name(value, index, unique)));
    options.sort((a, b) => a.text.localeCompare(b.text, language));
    control.append(option('', all), ...options);
    control.addEventListener('change', apply);
    return labelled(text, control);
  };

  const field = labelled(search, document.createElement('input'));
  field.type = 'search';
  field.addEventListener('input', apply);
  const filters = {
    kind: choice(
      kind,
      documents.flatMap(one => one.kind),
    ),
    account: choice(
      account,
      documents.flatMap(one => one.account),
    ),
    kam: choice(
      kam,
      documents.flatMap(one => one.kam),
    ),
  };
  const languages = choice(
    languageLabel,
    documents.flatMap(({ links }) => links.map(({ hreflang }) => hreflang)),
    nameOf,
  );
  const none = document.createElement('p');
  none.setAttribute('role', 'status');
  finder.append(none);

  function apply() {
    const words = plain(field.value).split(/\s+/);
    for (const { item, links, text, ...about } of documents) {
      for (const link of links) link.hidden = languages.value !== '' && link.hreflang !== languages.value;
      item.hidden =
        !words.every(word => plain(text).includes(word)) ||
        Object.entries(filters).some(([name, { value }]) => value !== '' && !about[name].includes(value)) ||
        links.every(({ hidden }) => hidden);
    }
    for (const group of document.querySelectorAll('.document-group, .archive details'))
      group.hidden = !group.querySelector('li:not([hidden])');
    // What is found in an earlier quarter shows itself.
    const asked = [field, languages, ...Object.values(filters)].some(({ value }) => value !== '');
    for (const quarter of document.querySelectorAll('.archive details'))
      quarter.open = asked && !quarter.hidden;
    none.textContent = documents.some(({ item }) => !item.hidden) ? '' : nothing;
  }
}
