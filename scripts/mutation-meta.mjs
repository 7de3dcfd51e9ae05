/**
 * What `npm run mutation` leaves alone: of a rule's meta what is there to be read, and what tables of one rule cannot
 * tell: which fields an annex must have, and which other rules speak instead (the tests of the review have these).
 */

const LEFT_ALONE = [
  'name',
  'description',
  'topic',
  'settings',
  'basis',
  'messages',
  'requires',
  'yieldsTo',
  'yieldsAtRelated',
];

function isLeftAlone(path) {
  if (!path.isObjectProperty() || !LEFT_ALONE.includes(path.node.key.name)) return false;
  const holder = path.parentPath?.parentPath;
  return holder?.isObjectProperty() === true && holder.node.key.name === 'meta';
}

export const strykerPlugins = [
  {
    kind: 'Ignore',
    name: 'meta',
    value: { shouldIgnore: (path) => (isLeftAlone(path) ? 'no table can tell' : undefined) },
  },
];
