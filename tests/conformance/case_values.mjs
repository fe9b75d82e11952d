// Values and types of the conformance cases, from protobuf's JSON mapping to an encoding in which no two values of CEL
// look alike. write_cases.mjs describes it.

const timestampType = 'google.protobuf.Timestamp';
const durationType = 'google.protobuf.Duration';

/** What the form engine has of protobuf. */
export const knownMessages = new Set([timestampType, durationType]);

/** The full name in a type URL such as `type.googleapis.com/google.protobuf.Duration`. */
export const messageName = (typeUrl) => typeUrl.slice(typeUrl.lastIndexOf('/') + 1);

// JSON.stringify writes -0 as 0, and has no NaN.
const doubleText = (value) => (Object.is(value, -0) ? '-0' : String(value));

function timestamp(text) {
  const parts = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)(?:\.(\d{1,9}))?Z$/.exec(text);
  if (!parts) throw new Error(`no timestamp: ${text}`);
  return {seconds: String(Date.parse(`${parts[1]}Z`) / 1000), nanoseconds: Number((parts[2] ?? '').padEnd(9, '0'))};
}

function duration(text) {
  const parts = /^(-?)(\d+)(?:\.(\d{1,9}))?s$/.exec(text);
  if (!parts) throw new Error(`no duration: ${text}`);
  const nanoseconds = Number((parts[3] ?? '').padEnd(9, '0'));
  return {seconds: parts[1] + parts[2], nanoseconds: parts[1] ? 0 - nanoseconds : nanoseconds};
}

function encodeMessage(message) {
  switch (messageName(message['@type'])) {
    case timestampType: return {timestamp: timestamp(message.value)};
    case durationType: return {duration: duration(message.value)};
    default: throw new Error(`a message: ${message['@type']}`);
  }
}

/** Of one cel.expr.Value in protobuf's JSON mapping. */
export function encodeValue(value) {
  const [[kind, content]] = Object.entries(value);
  switch (kind) {
    case 'nullValue': return {null: null};
    case 'boolValue': return {bool: content};
    case 'int64Value': return {int: String(content)};
    case 'uint64Value': return {uint: String(content)};
    case 'doubleValue': return {double: doubleText(content)};
    case 'stringValue': return {string: content};
    case 'bytesValue': return {bytes: Buffer.from(content, 'base64').toString('hex')};
    case 'typeValue': return {type: content};
    case 'listValue': return {list: (content.values ?? []).map(encodeValue)};
    case 'mapValue': return {map: (content.entries ?? []).map(({key, value}) => [encodeValue(key), encodeValue(value)])};
    case 'objectValue': return encodeMessage(content);
    default: throw new Error(`no value: ${JSON.stringify(value)}`);
  }
}

const primitives = {BOOL: 'bool', INT64: 'int', UINT64: 'uint', DOUBLE: 'double', STRING: 'string', BYTES: 'bytes'};
const wellKnown = {TIMESTAMP: 'timestamp', DURATION: 'duration'};
const messages = {[timestampType]: 'timestamp', [durationType]: 'duration'};

function known(names, name) {
  if (!(name in names)) throw new Error(`no type of ours: ${name}`);
  return names[name];
}

/** Of one cel.expr.Type in protobuf's JSON mapping, as cel-go spells types: `map(string, list(int))`. */
export function typeText(type) {
  const [[kind, content]] = Object.entries(type);
  switch (kind) {
    case 'dyn': return 'dyn';
    case 'null': return 'null';
    case 'primitive': return known(primitives, content);
    case 'wellKnown': return known(wellKnown, content);
    case 'messageType': return known(messages, content);
    case 'listType': return `list(${typeText(content.elemType)})`;
    case 'mapType': return `map(${typeText(content.keyType)}, ${typeText(content.valueType)})`;
    case 'type': return `type(${typeText(content)})`;
    case 'typeParam': return content;
    case 'abstractType': return `${content.name}(${(content.parameterTypes ?? []).map(typeText).join(', ')})`;
    default: throw new Error(`no type of ours: ${JSON.stringify(type)}`);
  }
}

/** Of one cel.expr.Decl in protobuf's JSON mapping. */
export function encodeDeclaration({name, ident, function: overloaded}) {
  if (ident) return {name, type: typeText(ident.type)};
  const overloads = overloaded.overloads.map((overload) => ({
    parameters: (overload.params ?? []).map(typeText),
    result: typeText(overload.resultType),
    receiver: overload.isInstanceFunction ?? false
  }));
  return {name, overloads};
}
