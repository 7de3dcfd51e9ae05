import type { HostObject } from '../description/object-type';
import { isHostObject } from '../description/object-type';
import type { BatchHost } from './batch-host';
import { callMethod, findMember } from './find-member';
import { OfficeError, apiNotFound, invalidArgument } from './office-error';
import { Paths } from './paths';
import { BATCH_SPELLING, JSON_SPELLING, answerQuery, identityOf, selectedPaths } from './query';
import type { BatchAction, BatchRequest, BatchResponse } from './wire';
import { ActionType } from './wire';

/**
 * One batch on its way through the host. It can pause between two actions: for a calculation, or where the
 * undo history is emptied.
 */
export class BatchRun {
  readonly response: BatchResponse = { Results: [], TraceIds: [] };
  private readonly paths: Paths;
  private next = 0;

  constructor(
    private readonly host: BatchHost,
    private readonly request: BatchRequest,
  ) {
    this.paths = new Paths(host, request.ObjectPaths ?? {});
  }

  get done(): boolean {
    return this.response.Error !== undefined || this.next >= this.request.Actions.length;
  }

  /** Whether the next action reads what a calculation will change. */
  get awaitsCalculation(): boolean {
    const action = this.request.Actions[this.next];
    if (!action || !isQuery(action)) return false;
    return this.host.awaitsCalculation(selectedPaths(action.QueryInfo).map((path) => path.at(-1) ?? ''));
  }

  /** Runs the next action. As in Excel, what ran before a failing action stays done and the rest is not run. */
  step(): void {
    const index = this.next++;
    const action = this.request.Actions[index]!;
    try {
      this.response.Results.push({ ActionId: action.Id, Value: this.run(action) });
      this.handOver();
    } catch (error) {
      this.response.Error = this.wireError(error, action, index);
      this.endAfterError();
    }
  }

  /** Writes may be held back to go to the workbook together, yet never beyond the next look at it. */
  private handOver(): void {
    const next = this.request.Actions[this.next];
    if (!next) this.host.batchEnds();
    else if (isQuery(next)) this.host.handOver();
  }

  private endAfterError(): void {
    try {
      this.host.batchEnds();
    } catch (error) {
      // The error that is told is the first.
      this.host.warn(`the end of a failed batch failed: ${String(error)}`);
    }
  }

  private run(action: BatchAction): unknown {
    if (action.ActionType === ActionType.trace) {
      this.response.TraceIds.push(action.Id);
      return null;
    }
    const target = this.paths.resolve(action.ObjectPathId);
    if (!target) return null;
    switch (action.ActionType) {
      case ActionType.instantiate:
        return identityOf(this.host, target);
      case ActionType.query:
      case ActionType.recursiveQuery:
        return answerQuery(this.host, target, action.QueryInfo, BATCH_SPELLING);
      case ActionType.queryAsJson:
        return answerQuery(this.host, target, action.QueryInfo, JSON_SPELLING);
      case ActionType.method:
        return this.call(target, action);
      case ActionType.setProperty:
        this.set(target, action.Name, this.paths.arguments(action.ArgumentInfo)[0]);
        return null;
      case ActionType.update:
        for (const [name, value] of Object.entries(action.ObjectState ?? {})) this.set(target, name, value);
        return null;
      case ActionType.ensureUnchanged:
        return null;
      default:
        this.host.warn(`not emulated: action ${action.ActionType}`);
        throw apiNotFound();
    }
  }

  private call(target: HostObject, action: BatchAction): unknown {
    const args = this.paths.arguments(action.ArgumentInfo);
    if (action.Name === '_KeepReference') {
      this.host.references.keep(target);
      return null;
    }
    if (action.Name === '_RemoveReference') {
      this.host.references.remove(String(args[0]));
      return null;
    }
    const result = callMethod(this.host, target, action.Name, args);
    return isHostObject(result) ? identityOf(this.host, result) : (result ?? null);
  }

  /** `Update` nests the objects that a property leads to: {format: {fill: {color}}}. */
  private set(target: HostObject, name: string, value: unknown): void {
    const member = findMember(this.host, target, name);
    if (member.kind === 'scalar' && member.set) {
      member.set(target.self, value);
      return;
    }
    const inner = member.kind === 'navigation' ? member.get(target.self) : null;
    if (!inner || typeof value !== 'object' || value === null) {
      throw invalidArgument(`The property '${member.name}' is read-only.`);
    }
    for (const [key, nested] of Object.entries(value)) this.set(inner, key, nested);
  }

  private wireError(error: unknown, action: BatchAction, index: number): BatchResponse['Error'] {
    if (!(error instanceof OfficeError)) {
      this.host.warn(
        `the emulated host failed: ${error instanceof Error ? (error.stack ?? error) : String(error)}`,
      );
    }
    return {
      Code: error instanceof OfficeError ? error.code : 'GeneralException',
      Message: error instanceof Error ? error.message : String(error),
      Location: this.paths.location(action.ObjectPathId, action.Name),
      ActionIndex: index,
      HttpStatusCode: error instanceof OfficeError ? error.status : 500,
    };
  }
}

function isQuery(action: BatchAction): boolean {
  return (
    action.ActionType === ActionType.query ||
    action.ActionType === ActionType.recursiveQuery ||
    action.ActionType === ActionType.queryAsJson
  );
}
