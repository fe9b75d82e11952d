// Draws the painter's triangles with WebGL 1: what ImGui's renderers do, without the layer that turns C's OpenGL into
// the browser's.
Tianbao.gl = (() => {
  const vertexBytes = 20;  // ImDrawVert: position and uv as floats, colour as four bytes
  const commandWords = 6;  // left, top, width, height, number of indices, first index
  const vertexShader = `uniform vec2 scale;attribute vec2 position,uv;attribute vec4 colour;varying vec2 at;varying vec4 ink;void main(){at=uv;ink=colour;gl_Position=vec4(position*scale+vec2(-1.,1.),0.,1.);}`;
  const fragmentShader = `precision mediump float;uniform sampler2D atlas;varying vec2 at;varying vec4 ink;void main(){gl_FragColor=vec4(ink.rgb,ink.a*texture2D(atlas,at).a);}`;

  const canvas = document.getElementById('canvas');

  let gl = null;
  let scale = null;
  let textures = [];

  const compile = (kind, source) => {
    const shader = gl.createShader(kind);
    gl.shaderSource(shader, source);
    gl.compileShader(shader);
    return shader;
  };

  // Also after the browser has taken the context and given it back: everything on the graphics card is gone then.
  const makeObjects = () => {
    const program = gl.createProgram();
    gl.attachShader(program, compile(gl.VERTEX_SHADER, vertexShader));
    gl.attachShader(program, compile(gl.FRAGMENT_SHADER, fragmentShader));
    ['position', 'uv', 'colour'].forEach((name, index) => gl.bindAttribLocation(program, index, name));
    gl.linkProgram(program);
    gl.useProgram(program);
    scale = gl.getUniformLocation(program, 'scale');
    gl.bindBuffer(gl.ARRAY_BUFFER, gl.createBuffer());
    gl.bindBuffer(gl.ELEMENT_ARRAY_BUFFER, gl.createBuffer());
    [0, 1, 2].forEach((index) => gl.enableVertexAttribArray(index));
    gl.vertexAttribPointer(0, 2, gl.FLOAT, false, vertexBytes, 0);
    gl.vertexAttribPointer(1, 2, gl.FLOAT, false, vertexBytes, 8);
    gl.vertexAttribPointer(2, 4, gl.UNSIGNED_BYTE, true, vertexBytes, 16);
    gl.pixelStorei(gl.UNPACK_ALIGNMENT, 1);
    gl.enable(gl.BLEND);
    gl.blendFunc(gl.SRC_ALPHA, gl.ONE_MINUS_SRC_ALPHA);
    textures = [null];
    return gl.getProgramParameter(program, gl.LINK_STATUS);
  };

  // Opaque, without depth, stencil or multisampling: ImGui smooths its edges itself.
  const start = () => {
    gl = canvas.getContext('webgl', {
      alpha: false,
      antialias: false,
      depth: false,
      stencil: false,
      powerPreference: 'low-power',
    });
    return gl !== null && makeObjects() ? 1 : 0;
  };

  const createTexture = (width, height, alpha) => {
    const texture = gl.createTexture();
    gl.bindTexture(gl.TEXTURE_2D, texture);
    gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_MIN_FILTER, gl.LINEAR);
    gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_MAG_FILTER, gl.LINEAR);
    gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_WRAP_S, gl.CLAMP_TO_EDGE);
    gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_WRAP_T, gl.CLAMP_TO_EDGE);
    gl.texImage2D(gl.TEXTURE_2D, 0, gl.ALPHA, width, height, 0, gl.ALPHA, gl.UNSIGNED_BYTE, alpha);
    return textures.push(texture) - 1;
  };

  // WebGL 1 takes no part of a row out of a wider one, so whole rows come.
  const updateTexture = (name, top, width, height, alpha) => {
    gl.bindTexture(gl.TEXTURE_2D, textures[name]);
    gl.texSubImage2D(gl.TEXTURE_2D, 0, 0, top, width, height, gl.ALPHA, gl.UNSIGNED_BYTE, alpha);
  };

  const deleteTexture = (name) => {
    gl.deleteTexture(textures[name]);
    textures[name] = null;
  };

  const clear = (width, height, background) => {
    gl.viewport(0, 0, width, height);
    gl.disable(gl.SCISSOR_TEST);
    gl.clearColor((background >> 16) / 255, ((background >> 8) & 255) / 255, (background & 255) / 255, 1);
    gl.clear(gl.COLOR_BUFFER_BIT);
    gl.enable(gl.SCISSOR_TEST);
    gl.uniform2f(scale, 2 / width, -2 / height);
  };

  const draw = (height, texture, vertices, indices, commands) => {
    gl.bindTexture(gl.TEXTURE_2D, textures[texture]);
    gl.bufferData(gl.ARRAY_BUFFER, vertices, gl.STREAM_DRAW);
    gl.bufferData(gl.ELEMENT_ARRAY_BUFFER, indices, gl.STREAM_DRAW);
    for (let at = 0; at < commands.length; at += commandWords) {
      const [left, top, wide, high, count, first] = commands.subarray(at, at + commandWords);
      gl.scissor(left, height - top - high, wide, high);
      gl.drawElements(gl.TRIANGLES, count, gl.UNSIGNED_SHORT, first * 2);
    }
  };

  return {start, restore: makeObjects, createTexture, updateTexture, deleteTexture, clear, draw};
})();
