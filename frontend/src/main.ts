import "./style.css";
import "./state/theme";
import "./shell";

document.body.append(document.createElement("rashin-app"));
