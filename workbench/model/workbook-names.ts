import {
  IDefinedNamesService,
  RemoveDefinedNameMutation,
  SetDefinedNameMutation,
} from '@univerjs/engine-formula';
import { SCOPE_WORKBOOK_VALUE_DEFINED_NAME } from '@univerjs/sheets';
import { shownFormula } from '../../src/xlsx/newer-functions';
import type { GridEngine } from './grid-engine';
import type { DefinedName } from './workbook-model';

/** The defined names of a workbook. */
export class WorkbookNames {
  private readonly service: IDefinedNamesService;

  constructor(private readonly engine: GridEngine) {
    this.service = engine.injector.get(IDefinedNamesService);
  }

  list(): DefinedName[] {
    return this.all().map(({ name, formulaOrRefString: refersTo, localSheetId, hidden }) => ({
      name,
      refersTo: refersTo.startsWith('=') ? refersTo : `=${refersTo}`,
      scope: scopeOf(localSheetId),
      visible: !hidden,
    }));
  }

  /** What a name stands for, as formulas would; `undefined` where there is none. In any scope: the first counts. */
  referenceOf(name: string): string | undefined {
    const wanted = name.toLowerCase();
    return this.all().find((item) => item.name.toLowerCase() === wanted)?.formulaOrRefString;
  }

  /** Takes the names of a file, all at once: the engine sorts all anew with each one that is added. */
  open(names: readonly DefinedName[]): void {
    if (names.length === 0) return;
    const items = names.map((name) => this.item(name));
    this.service.registerDefinedNames(
      this.engine.unitId,
      Object.fromEntries(items.map((item) => [item.id, item])),
    );
  }

  /** @throws Error where the scope has the name already */
  add(definition: DefinedName): void {
    const { name, scope } = definition;
    if (this.find(name, scope)) throw new Error(`the name ${name} is taken`);
    const params = { unitId: this.engine.unitId, ...this.item(definition) };
    this.engine.history.run(
      [{ id: SetDefinedNameMutation.id, params }],
      [{ id: RemoveDefinedNameMutation.id, params }],
    );
  }

  delete(name: string, scope: string | null): void {
    const found = this.find(name, scope);
    if (!found) return;
    const params = { ...found, unitId: this.engine.unitId };
    this.engine.history.run(
      [{ id: RemoveDefinedNameMutation.id, params }],
      [{ id: SetDefinedNameMutation.id, params }],
    );
  }

  private item({ name, refersTo, scope, visible }: DefinedName) {
    return {
      id: this.engine.newId('name'),
      name,
      // The engine follows references only where they stand without the equals sign.
      formulaOrRefString: shownFormula(refersTo).replace(/^=/, ''),
      localSheetId: scope ?? SCOPE_WORKBOOK_VALUE_DEFINED_NAME,
      hidden: !visible,
    };
  }

  private find(name: string, scope: string | null) {
    const wanted = name.toLowerCase();
    return this.all().find(
      (item) => item.name.toLowerCase() === wanted && scopeOf(item.localSheetId) === scope,
    );
  }

  private all() {
    return Object.values(this.service.getDefinedNameMap(this.engine.unitId) ?? {});
  }
}

function scopeOf(localSheetId: string | undefined): string | null {
  return !localSheetId || localSheetId === SCOPE_WORKBOOK_VALUE_DEFINED_NAME ? null : localSheetId;
}
