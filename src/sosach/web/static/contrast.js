// Before anything is painted: the contrast that was chosen on this machine. Nothing about persons is ever kept here.
if (localStorage.getItem("sosach-contrast") === "more") document.documentElement.setAttribute("data-contrast", "more");
