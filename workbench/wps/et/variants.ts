import { ROOT_TYPE } from '../description/et-description';
import type { WpsSwitches } from '../host/switches';
import type { EtContext, EtMember } from '../object/et-type';
import { method, property } from '../object/et-type';
import { paneMembers as panes } from './task-panes';

type Member = EtMember<unknown>;

const paneMembers = panes as Readonly<Record<string, Member>>;

/** What a member is on a build: itself, of another kind, or not there, whatever is declared. */
export function memberVariant(
  switches: WpsSwitches,
  type: string,
  name: string,
  member: Member | undefined,
): Member | 'absent' | undefined {
  switch (`${type}.${name}`) {
    case 'Et.Range.Address':
      return switches.address === 'property' ? asProperty(member) : member;
    case 'Et.Range.Value':
      return switches.value === 'property' ? valueProperty(member) : member;
    case 'Et.Worksheet.ChartObjects':
      return switches.chartObjects === 'property' ? asProperty(member) : member;
    case 'Et.Workbook.CustomXMLParts':
      return switches.customXml === 'absent' ? 'absent' : member;
    case 'Et.Workbook.CustomDocumentProperties':
      return switches.documentProperties === 'absent' ? 'absent' : member;
    case `${ROOT_TYPE}.EtApplication`:
      if (switches.etApplication === 'absent') return 'absent';
      return switches.etApplication === 'method' ? asMethod(member) : member;
    case `${ROOT_TYPE}.CreateTaskPane`:
    case `${ROOT_TYPE}.GetTaskPane`:
      return switches.paneSpelling === 'Taskpane' ? 'absent' : member;
    case `${ROOT_TYPE}.CreateTaskpane`:
    case `${ROOT_TYPE}.GetTaskpane`:
      // Asking for it is no mistake: the pages of add-ins have met both.
      return switches.paneSpelling === 'Taskpane' ? paneMembers[name.replace('pane', 'Pane')] : 'absent';
    case 'Et.Shape.Areas':
      // What is selected is only known by asking: a shape has no areas.
      return 'absent';
    default:
      return member;
  }
}

function asProperty(member: Member | undefined): Member | undefined {
  return member?.kind === 'method'
    ? property((self, context: EtContext) => member.call(self, [], context))
    : member;
}

function valueProperty(member: Member | undefined): Member | undefined {
  if (member?.kind !== 'method') return member;
  return property(
    (self, context) => member.call(self, [], context),
    (self, value, context) => member.call(self, [undefined, value], context),
  );
}

function asMethod(member: Member | undefined): Member | undefined {
  return member?.kind === 'property' ? method((self, _args, context) => member.get(self, context)) : member;
}
