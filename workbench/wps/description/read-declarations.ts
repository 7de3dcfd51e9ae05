import ts from 'typescript';
import type {
  DescribedMember,
  DescribedMethod,
  DescribedOverload,
  DescribedParameter,
  DescribedProperty,
  EtDescription,
} from './et-description';
import { ROOT_TYPE } from './et-description';

/** A declaration file of the package. */
export interface DeclarationFile {
  readonly name: string;
  readonly text: string;
}

interface Scoped<Node> {
  readonly namespace: string;
  readonly node: Node;
}

/**
 * Reads what the files declare. Only their syntax is looked at: interfaces, what they extend, enumerations, and the
 * one intersection that the root is.
 * @throws Error where a file holds something that is not read here, for then the description would not be whole
 */
export function readDeclarations(version: string, files: readonly DeclarationFile[]): EtDescription {
  const found = new Declarations();
  for (const { name, text } of files) {
    const source = ts.createSourceFile(name, text, ts.ScriptTarget.ES2020, true);
    for (const statement of source.statements) found.add(statement, '');
  }
  return { version, types: found.types(), enums: Object.fromEntries(found.enums) };
}

class Declarations {
  readonly enums = new Map<string, Record<string, number>>();
  private readonly interfaces = new Map<string, Scoped<ts.InterfaceDeclaration>[]>();
  private readonly intersections = new Map<string, Scoped<ts.IntersectionTypeNode>>();

  add(node: ts.Statement, namespace: string): void {
    if (ts.isModuleDeclaration(node) && node.body && ts.isModuleBlock(node.body)) {
      for (const statement of node.body.statements) this.add(statement, node.name.text);
    } else if (ts.isInterfaceDeclaration(node)) {
      const name = qualified(namespace, node.name.text);
      this.interfaces.set(name, [...(this.interfaces.get(name) ?? []), { namespace, node }]);
    } else if (ts.isEnumDeclaration(node)) {
      this.enums.set(qualified(namespace, node.name.text), constants(node));
    } else if (ts.isTypeAliasDeclaration(node)) {
      if (ts.isIntersectionTypeNode(node.type))
        this.intersections.set(qualified(namespace, node.name.text), { namespace, node: node.type });
    } else if (!ts.isVariableStatement(node) && !ts.isFunctionDeclaration(node)) {
      throw new Error(`not read: ${ts.SyntaxKind[node.kind]} in ${node.getSourceFile().fileName}`);
    }
  }

  types(): EtDescription['types'] {
    const types: Record<string, Record<string, DescribedMember>> = {};
    for (const name of this.interfaces.keys()) types[name] = this.members(name);
    types[ROOT_TYPE] = this.root();
    return types;
  }

  private root(): Record<string, DescribedMember> {
    const root = this.intersections.get(ROOT_TYPE);
    if (!root) throw new Error(`${ROOT_TYPE} is not declared`);
    const parts = root.node.types.map((part) =>
      this.members(this.resolve(part, root.namespace, 'interface')!),
    );
    return Object.assign({}, ...parts.reverse()) as Record<string, DescribedMember>;
  }

  private members(name: string): Record<string, DescribedMember> {
    const members: Record<string, DescribedMember> = {};
    for (const { namespace, node } of this.interfaces.get(name) ?? []) {
      for (const { types } of node.heritageClauses ?? [])
        for (const parent of types) {
          const inherited = this.resolveName(parent.expression.getText(), namespace, 'interface');
          if (inherited) Object.assign(members, this.members(inherited));
        }
      for (const member of node.members) this.addMember(members, member, namespace);
    }
    return members;
  }

  private addMember(members: Record<string, DescribedMember>, node: ts.TypeElement, namespace: string): void {
    const name = node.name?.getText();
    if (name === undefined) throw new Error(`not read: ${node.getText()}`);
    if (ts.isMethodSignature(node)) {
      addOverload(members, name, this.overload(node.parameters, namespace));
    } else if (ts.isPropertySignature(node)) {
      if (node.type && ts.isFunctionTypeNode(node.type))
        addOverload(members, name, this.overload(node.type.parameters, namespace));
      else members[name] = this.property(isReadOnly(node), node.type, namespace);
    } else if (ts.isSetAccessorDeclaration(node)) {
      members[name] = this.property(false, node.parameters[0]?.type, namespace);
    } else throw new Error(`not read: ${node.getText()}`);
  }

  private property(readOnly: boolean, type: ts.TypeNode | undefined, namespace: string): DescribedProperty {
    const enumeration = type && this.resolve(type, namespace, 'enum');
    return { kind: 'property', readOnly, ...(enumeration && { enumeration }) };
  }

  private overload(parameters: readonly ts.ParameterDeclaration[], namespace: string): DescribedOverload {
    const required = parameters.filter((one) => !one.questionToken && !one.dotDotDotToken).length;
    return {
      required,
      parameters: parameters.map((one): DescribedParameter => {
        const enumeration = one.type && this.resolve(one.type, namespace, 'enum');
        const literal = one.type && literalText(one.type);
        return {
          name: one.name.getText(),
          ...(enumeration && { enumeration }),
          ...(literal !== undefined && { literal }),
        };
      }),
    };
  }

  /** The full name of what a type refers to, where that is of the kind. */
  private resolve(type: ts.TypeNode, namespace: string, kind: 'interface' | 'enum'): string | undefined {
    return ts.isTypeReferenceNode(type)
      ? this.resolveName(type.typeName.getText(), namespace, kind)
      : undefined;
  }

  private resolveName(name: string, namespace: string, kind: 'interface' | 'enum'): string | undefined {
    const known = kind === 'enum' ? this.enums : this.interfaces;
    return [qualified(namespace, name), name].find((candidate) => known.has(candidate));
  }
}

function addOverload(
  members: Record<string, DescribedMember>,
  name: string,
  overload: DescribedOverload,
): void {
  const known = members[name];
  const overloads = known?.kind === 'method' ? known.overloads : [];
  members[name] = { kind: 'method', overloads: [...overloads, overload] } satisfies DescribedMethod;
}

function literalText(type: ts.TypeNode): string | undefined {
  return ts.isLiteralTypeNode(type) && ts.isStringLiteral(type.literal) ? type.literal.text : undefined;
}

function isReadOnly(node: ts.PropertySignature): boolean {
  return Boolean(node.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ReadonlyKeyword));
}

function qualified(namespace: string, name: string): string {
  return namespace === '' ? name : `${namespace}.${name}`;
}

/** Constants that are not given follow the one before. */
function constants(node: ts.EnumDeclaration): Record<string, number> {
  const values: Record<string, number> = {};
  let next = 0;
  for (const { name, initializer } of node.members) {
    const value = initializer === undefined ? next : Number(initializer.getText());
    if (Number.isNaN(value)) throw new Error(`not read: ${node.name.text}.${name.getText()}`);
    values[name.getText()] = value;
    next = value + 1;
  }
  return values;
}
