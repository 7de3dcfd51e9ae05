import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import ts from 'typescript';

const ROOT = join(__dirname, '../..');

/** A room of the diagram is one or more folders or files, by their paths from `src` (or `workbench/…`). */
type Room = string;

/** Who uses whom, without what follows: where a uses b and b uses c, "a uses c" is not among them. */
type Arrows = ReadonlyMap<Room, ReadonlySet<Room>>;

/** The diagram of docs/architecture.md under "Rooms": `name["path<br/>path"]` is a room, `a --> b & c` says that a uses b and c. */
function drawnRooms(): { roomOf: (file: string) => Room; drawn: string[] } {
  const text = readFileSync(join(ROOT, 'docs/architecture.md'), 'utf8').replace(/\r\n/g, '\n');
  const [, diagram] = /\n## Rooms\n[^]*?```mermaid\n([^]*?)```/.exec(text)!;
  const nodes = new Map(
    [...diagram!.matchAll(/^ *(\w+)\["([^"]+)"\]$/gm)].map(([, name, label]) => [name!, label!]),
  );
  const rooms = [...nodes.values()].flatMap((label) => label.split('<br/>').map((path) => ({ path, label })));
  const drawn = [...diagram!.matchAll(/^ *(\w+) --> (.+)$/gm)].flatMap(([, from, to]) =>
    to!.split('&').map((name) => `${nodes.get(from!)} --> ${nodes.get(name.trim())}`),
  );
  const roomOf = (file: string): Room => {
    const place = file.replace(/^src\//, '');
    const [room] = rooms
      .filter(({ path }) => place === path || place.startsWith(`${path}/`))
      .sort((a, b) => b.path.length - a.path.length);
    if (!room) throw new Error(`${file} stands in no room of the diagram in docs/architecture.md`);
    return room.label.replaceAll('<br/>', ', ');
  };
  return { roomOf, drawn: drawn.map((arrow) => arrow.replaceAll('<br/>', ', ')) };
}

/** All files of TypeScript below a folder, with `/` in their paths on every system. */
function sources(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = posix.join(folder, entry.name);
    if (entry.isDirectory()) return entry.name === 'node_modules' ? [] : sources(path);
    return /\.tsx?$/.test(entry.name) ? [path] : [];
  });
}

/** The files that one imports: types, modules that are loaded later and workers among them. */
function importsOf(file: string): string[] {
  const text = readFileSync(join(ROOT, file), 'utf8');
  const workers = [...text.matchAll(/new URL\(\s*'(\.[^']+)',\s*import\.meta\.url/g)].map(
    ([, path]) => path!,
  );
  return [...ts.preProcessFile(text, true, true).importedFiles.map(({ fileName }) => fileName), ...workers]
    .filter((path) => path.startsWith('.'))
    .flatMap((path) => {
      const target = posix.join(posix.dirname(file), path);
      const found = [target, `${target}.ts`, `${target}.tsx`, `${target}/index.ts`].find(
        (name) => /\.tsx?$/.test(name) && existsSync(join(ROOT, name)),
      );
      return found ? [found] : [];
    });
}

function realArrows(roomOf: (file: string) => Room): Map<Room, Set<Room>> {
  const arrows = new Map<Room, Set<Room>>();
  for (const file of [...sources('src'), ...sources('workbench')]) {
    const from = roomOf(file);
    const uses = arrows.get(from) ?? arrows.set(from, new Set()).get(from)!;
    for (const imported of importsOf(file)) if (roomOf(imported) !== from) uses.add(roomOf(imported));
  }
  return arrows;
}

/** All rooms that one leads to by one arrow or many; itself is among them where it stands on a circle. */
function reach(arrows: Arrows, from: Room): Set<Room> {
  const reached = new Set<Room>();
  const follow = (room: Room): void => {
    for (const next of arrows.get(room) ?? [])
      if (!reached.has(next)) {
        reached.add(next);
        follow(next);
      }
  };
  follow(from);
  return reached;
}

const { roomOf, drawn } = drawnRooms();
const arrows = realArrows(roomOf);

test('no room uses another that uses it', () => {
  expect([...arrows.keys()].filter((room) => reach(arrows, room).has(room))).toEqual([]);
});

test('the diagram of the rooms shows what imports what, and leaves out what follows', () => {
  const needed = [...arrows].flatMap(([from, uses]) =>
    [...uses]
      .filter((to) => ![...uses].some((other) => other !== to && reach(arrows, other).has(to)))
      .map((to) => `${from} --> ${to}`),
  );
  expect({
    missing: needed.filter((arrow) => !drawn.includes(arrow)),
    drawnInVain: drawn.filter((arrow) => !needed.includes(arrow)),
  }).toEqual({ missing: [], drawnInVain: [] });
});

test('the parts of the pane use each other one way', () => {
  const part = (file: string): string => dirname(file);
  const parts = new Map<Room, Set<Room>>();
  for (const file of sources('src/pane').filter((name) => dirname(name) !== 'src/pane')) {
    const uses = parts.get(part(file)) ?? parts.set(part(file), new Set()).get(part(file))!;
    for (const imported of importsOf(file)) if (part(imported) !== part(file)) uses.add(part(imported));
  }
  expect([...parts.keys()].filter((room) => reach(parts, room).has(room))).toEqual([]);
});
