/// What the pages do when somebody clicks: filter, find, zoom, copy, light and dark.
enum HTMLScript {
    static let text = """
        (() => {
        const all = (s, e = document) => [...e.querySelectorAll(s)];
        const one = s => document.querySelector(s);
        const theme = one('#theme');
        if (theme) theme.onclick = () => {
          const dark = document.documentElement.classList.contains('dark') ||
            !document.documentElement.classList.contains('light') && matchMedia('(prefers-color-scheme:dark)').matches;
          document.documentElement.className = dark ? 'light' : 'dark';
        };
        const find = one('#find'), schema = one('#schema'), count = one('#count'), items = all('[data-item]');
        const filter = () => {
          const kinds = new Set(all('.filters input[type=checkbox]:checked').map(i => i.value));
          const words = find ? find.value.toLowerCase().split(' ').filter(Boolean) : [];
          let shown = 0;
          for (const item of items) {
            const fits = (!item.dataset.kind || kinds.has(item.dataset.kind))
              && (!schema || !schema.value || item.dataset.schema === schema.value)
              && words.every(w => item.dataset.item.includes(w));
            item.hidden = !fits;
            if (fits) shown++;
          }
          for (const s of all('[data-group]')) s.hidden = !all('[data-item]', s).some(i => !i.hidden);
          if (count) count.textContent = shown + ' of ' + items.length;
          let best = null;
          for (const e of all('.entity')) {
            const name = e.querySelector('title').textContent.toLowerCase();
            const isHit = words.length > 0 && words.every(w => name.includes(w));
            e.classList.toggle('hit', isHit);
            if (isHit && (!best || name.length < best.length)) best = Object.assign(e, { length: name.length });
          }
          if (best) best.dispatchEvent(new Event('found', { bubbles: true }));
        };
        for (const e of all('.filters input, .filters select')) e.addEventListener('input', filter);
        for (const b of all('.copy')) b.onclick = () => {
          const text = b.parentElement.querySelector('code').textContent;
          navigator.clipboard?.writeText(text).then(() => { b.textContent = 'copied'; });
        };
        for (const canvas of all('.canvas')) {
          const svg = canvas.querySelector('svg');
          const [X, Y, W, H] = svg.getAttribute('viewBox').split(' ').map(Number);
          let view = [X, Y, W, H];
          const set = v => { view = v; svg.setAttribute('viewBox', v.join(' ')); };
          const zoom = (by, cx = 0.5, cy = 0.5) => {
            const w = view[2] / by, h = view[3] / by;
            set([view[0] + (view[2] - w) * cx, view[1] + (view[3] - h) * cy, w, h]);
          };
          canvas.style.height = Math.max(160, Math.min(640, H * Math.min(1, canvas.clientWidth / W) + 10)) + 'px';
          const actual = () => set([X, Y, canvas.clientWidth, canvas.clientHeight]);
          if (W < canvas.clientWidth || W > canvas.clientWidth * 4) actual();
          canvas.addEventListener('found', e => {
            const [x, y] = e.target.getAttribute('transform').match(/-?[0-9.]+/g).map(Number);
            const w = canvas.clientWidth, h = canvas.clientHeight;
            set([x - w / 2 + 60, y - h / 2 + 40, w, h]);
          });
          for (const b of all('[data-zoom]', canvas.parentElement)) b.onclick = () => {
            const by = b.dataset.zoom;
            if (by === '0') set([X, Y, W, H]); else if (by === '1x') actual(); else zoom(Number(by));
          };
          canvas.addEventListener('wheel', e => {
            if (!e.ctrlKey && !e.metaKey) return;
            e.preventDefault();
            const r = canvas.getBoundingClientRect();
            zoom(e.deltaY < 0 ? 1.15 : 0.87, (e.clientX - r.left) / r.width, (e.clientY - r.top) / r.height);
          }, { passive: false });
          let from = null;
          canvas.onpointerdown = e => { from = [e.clientX, e.clientY]; canvas.setPointerCapture(e.pointerId); };
          canvas.onpointerup = () => { from = null; };
          canvas.onpointermove = e => {
            if (!from) return;
            const scale = Math.max(view[2] / canvas.clientWidth, view[3] / canvas.clientHeight);
            set([view[0] - (e.clientX - from[0]) * scale, view[1] - (e.clientY - from[1]) * scale, view[2], view[3]]);
            from = [e.clientX, e.clientY];
          };
        }
        filter();
        })();
        """
}
