// Rules of forms as JSON Logic: from the syntax tree of their CEL, operator by operator.
import { parse } from '@bufbuild/cel';

const operators = {
  '_&&_': 'and', '_||_': 'or', '!_': '!', '_?_:_': 'if', '_==_': '===', '_!=_': '!==', '_<_': '<', '_<=_': '<=', '_>_': '>', '_>=_': '>=',
  '_+_': '+', '_-_': '-', '_*_': '*', '_/_': '/', '_%_': '%', '-_': '-',
};

// a.b.c, which JSON Logic takes as one name.
function path({ exprKind: { case: kind, value } }) {
  if (kind === 'identExpr') return value.name;
  if (kind === 'selectExpr' && !value.testOnly) return `${path(value.operand)}.${value.field}`;
  throw new Error(`no name: ${kind}`);
}

function constant({ constantKind: { case: kind, value } }) {
  return kind === 'int64Value' ? Number(value) : value;
}

function translated(expression) {
  const { case: kind, value } = expression.exprKind;
  switch (kind) {
    case 'constExpr':
      return constant(value);
    case 'selectExpr':
      if (value.testOnly) return { '!==': [{ var: `${path(value.operand)}.${value.field}` }, null] };
      return { var: path(expression) };
    case 'identExpr':
      return { var: path(expression) };
    case 'callExpr': {
      const operands = [...(value.target ? [value.target] : []), ...value.args].map(translated);
      return { [operators[value.function] ?? value.function]: operands };
    }
    default:
      throw new Error(`JSON Logic has no ${kind}`);
  }
}

export const toJsonLogic = (source) => translated(parse(source).expr);
