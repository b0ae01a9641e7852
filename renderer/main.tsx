document.getElementById('root')!.textContent='hi'; window.addEventListener('load',()=>{});
