// Files that a person saves or chooses.
Tianbao.files = (() => {
  const maxBytes = 8 * 1024 * 1024;
  const revokeAfterMs = 60000;

  const save = (name, text) => {
    const address = URL.createObjectURL(new Blob([text], {type: 'application/json'}));
    const link = document.createElement('a');
    link.href = address;
    link.download = name;
    document.body.appendChild(link);
    link.click();
    link.remove();
    setTimeout(() => URL.revokeObjectURL(address), revokeAfterMs);
  };

  // Calls `opened` with {name, text}, or `refused` with a sentence; neither when nothing is chosen.
  const open = (opened, refused) => {
    const input = document.createElement('input');
    input.type = 'file';
    input.accept = '.json,application/json';
    input.addEventListener('change', () => {
      const file = input.files[0];
      if (!file) return;
      if (file.size > maxBytes) {
        refused(`文件“${file.name}”有 ${Math.ceil(file.size / 1048576)} MB，超过 8 MB，不是上报文件。`);
        return;
      }
      const reader = new FileReader();
      reader.onload = () => opened({name: file.name, text: reader.result});
      reader.onerror = () => refused(`文件“${file.name}”读不出来，请检查 U 盘或换一份再试。`);
      reader.readAsText(file, 'utf-8');
    });
    input.click();
  };

  return {save, open};
})();
