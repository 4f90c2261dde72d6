// Fills in where this telephone is, once its owner has pressed the button; the browser then asks him again itself.
const WHY = {
  1: "您没有允许定位。可以在浏览器设置中允许后再试，也可以到签到处由组织者登记。",
  2: "手机现在取不到位置。请打开手机的定位服务，走到窗边再试，或者到签到处由组织者登记。",
  3: "取位置的时间太长。请再试一次，或者到签到处由组织者登记。",
};

function offer(box) {
  const form = box.closest("form");
  const button = box.querySelector("button");
  const told = box.querySelector("[data-here-told]");
  const say = (words) => { told.textContent = words; };

  const found = ({ coords }) => {
    form.elements.latitude.value = coords.latitude.toFixed(6);
    form.elements.longitude.value = coords.longitude.toFixed(6);
    if (form.elements.accuracy) form.elements.accuracy.value = Math.round(coords.accuracy);
    button.disabled = false;
    say(`已取得位置（误差约${Math.round(coords.accuracy)}米）。${box.dataset.next}`);
  };
  const failed = ({ code }) => {
    button.disabled = false;
    say(WHY[code] ?? WHY[2]);
  };

  button.addEventListener("click", () => {
    button.disabled = true;
    say("正在取位置……");
    navigator.geolocation.getCurrentPosition(found, failed, { enableHighAccuracy: true, timeout: 20000, maximumAge: 0 });
  });
  if (!navigator.geolocation) {
    button.disabled = true;
    say(WHY[2]);
  }
  box.hidden = false;
}

for (const box of document.querySelectorAll("[data-here]")) offer(box);
