var e=Object.defineProperty,t=(t,n)=>{let r={};for(var i in t)e(r,i,{get:t[i],enumerable:!0});return n||e(r,Symbol.toStringTag,{value:`Module`}),r},n=`rashin.theme`,r=matchMedia(`(prefers-color-scheme: dark)`),i=new EventTarget,a=()=>{let e=localStorage.getItem(n);return e===`light`||e===`dark`?e:null},o=()=>a()??(r.matches?`dark`:`light`);function s(){document.documentElement.dataset.theme=o(),i.dispatchEvent(new Event(`change`))}function c(){localStorage.setItem(n,o()===`dark`?`light`:`dark`),s()}function l(e){return i.addEventListener(`change`,e),()=>i.removeEventListener(`change`,e)}r.addEventListener(`change`,s),s();var u=globalThis,d=u.ShadowRoot&&(u.ShadyCSS===void 0||u.ShadyCSS.nativeShadow)&&`adoptedStyleSheets`in Document.prototype&&`replace`in CSSStyleSheet.prototype,f=Symbol(),ee=new WeakMap,te=class{constructor(e,t,n){if(this._$cssResult$=!0,n!==f)throw Error("CSSResult is not constructable. Use `unsafeCSS` or `css` instead.");this.cssText=e,this.t=t}get styleSheet(){let e=this.o,t=this.t;if(d&&e===void 0){let n=t!==void 0&&t.length===1;n&&(e=ee.get(t)),e===void 0&&((this.o=e=new CSSStyleSheet).replaceSync(this.cssText),n&&ee.set(t,e))}return e}toString(){return this.cssText}},ne=e=>new te(typeof e==`string`?e:e+``,void 0,f),p=(e,...t)=>new te(e.length===1?e[0]:t.reduce((t,n,r)=>t+(e=>{if(!0===e._$cssResult$)return e.cssText;if(typeof e==`number`)return e;throw Error(`Value passed to 'css' function must be a 'css' function result: `+e+`. Use 'unsafeCSS' to pass non-literal values, but take care to ensure page security.`)})(n)+e[r+1],e[0]),e,f),re=(e,t)=>{if(d)e.adoptedStyleSheets=t.map(e=>e instanceof CSSStyleSheet?e:e.styleSheet);else for(let n of t){let t=document.createElement(`style`),r=u.litNonce;r!==void 0&&t.setAttribute(`nonce`,r),t.textContent=n.cssText,e.appendChild(t)}},ie=d?e=>e:e=>e instanceof CSSStyleSheet?(e=>{let t=``;for(let n of e.cssRules)t+=n.cssText;return ne(t)})(e):e,{is:ae,defineProperty:oe,getOwnPropertyDescriptor:se,getOwnPropertyNames:ce,getOwnPropertySymbols:le,getPrototypeOf:ue}=Object,de=globalThis,fe=de.trustedTypes,pe=fe?fe.emptyScript:``,me=de.reactiveElementPolyfillSupport,he=(e,t)=>e,ge={toAttribute(e,t){switch(t){case Boolean:e=e?pe:null;break;case Object:case Array:e=e==null?e:JSON.stringify(e)}return e},fromAttribute(e,t){let n=e;switch(t){case Boolean:n=e!==null;break;case Number:n=e===null?null:Number(e);break;case Object:case Array:try{n=JSON.parse(e)}catch{n=null}}return n}},_e=(e,t)=>!ae(e,t),ve={attribute:!0,type:String,converter:ge,reflect:!1,useDefault:!1,hasChanged:_e};Symbol.metadata??=Symbol(`metadata`),de.litPropertyMetadata??=new WeakMap;var ye=class extends HTMLElement{static addInitializer(e){this._$Ei(),(this.l??=[]).push(e)}static get observedAttributes(){return this.finalize(),this._$Eh&&[...this._$Eh.keys()]}static createProperty(e,t=ve){if(t.state&&(t.attribute=!1),this._$Ei(),this.prototype.hasOwnProperty(e)&&((t=Object.create(t)).wrapped=!0),this.elementProperties.set(e,t),!t.noAccessor){let n=Symbol(),r=this.getPropertyDescriptor(e,n,t);r!==void 0&&oe(this.prototype,e,r)}}static getPropertyDescriptor(e,t,n){let{get:r,set:i}=se(this.prototype,e)??{get(){return this[t]},set(e){this[t]=e}};return{get:r,set(t){let a=r?.call(this);i?.call(this,t),this.requestUpdate(e,a,n)},configurable:!0,enumerable:!0}}static getPropertyOptions(e){return this.elementProperties.get(e)??ve}static _$Ei(){if(this.hasOwnProperty(he(`elementProperties`)))return;let e=ue(this);e.finalize(),e.l!==void 0&&(this.l=[...e.l]),this.elementProperties=new Map(e.elementProperties)}static finalize(){if(this.hasOwnProperty(he(`finalized`)))return;if(this.finalized=!0,this._$Ei(),this.hasOwnProperty(he(`properties`))){let e=this.properties,t=[...ce(e),...le(e)];for(let n of t)this.createProperty(n,e[n])}let e=this[Symbol.metadata];if(e!==null){let t=litPropertyMetadata.get(e);if(t!==void 0)for(let[e,n]of t)this.elementProperties.set(e,n)}this._$Eh=new Map;for(let[e,t]of this.elementProperties){let n=this._$Eu(e,t);n!==void 0&&this._$Eh.set(n,e)}this.elementStyles=this.finalizeStyles(this.styles)}static finalizeStyles(e){let t=[];if(Array.isArray(e)){let n=new Set(e.flat(1/0).reverse());for(let e of n)t.unshift(ie(e))}else e!==void 0&&t.push(ie(e));return t}static _$Eu(e,t){let n=t.attribute;return!1===n?void 0:typeof n==`string`?n:typeof e==`string`?e.toLowerCase():void 0}constructor(){super(),this._$Ep=void 0,this.isUpdatePending=!1,this.hasUpdated=!1,this._$Em=null,this._$Ev()}_$Ev(){this._$ES=new Promise(e=>this.enableUpdating=e),this._$AL=new Map,this._$E_(),this.requestUpdate(),this.constructor.l?.forEach(e=>e(this))}addController(e){(this._$EO??=new Set).add(e),this.renderRoot!==void 0&&this.isConnected&&e.hostConnected?.()}removeController(e){this._$EO?.delete(e)}_$E_(){let e=new Map,t=this.constructor.elementProperties;for(let n of t.keys())this.hasOwnProperty(n)&&(e.set(n,this[n]),delete this[n]);e.size>0&&(this._$Ep=e)}createRenderRoot(){let e=this.shadowRoot??this.attachShadow(this.constructor.shadowRootOptions);return re(e,this.constructor.elementStyles),e}connectedCallback(){this.renderRoot??=this.createRenderRoot(),this.enableUpdating(!0),this._$EO?.forEach(e=>e.hostConnected?.())}enableUpdating(e){}disconnectedCallback(){this._$EO?.forEach(e=>e.hostDisconnected?.())}attributeChangedCallback(e,t,n){this._$AK(e,n)}_$ET(e,t){let n=this.constructor.elementProperties.get(e),r=this.constructor._$Eu(e,n);if(r!==void 0&&!0===n.reflect){let i=(n.converter?.toAttribute===void 0?ge:n.converter).toAttribute(t,n.type);this._$Em=e,i==null?this.removeAttribute(r):this.setAttribute(r,i),this._$Em=null}}_$AK(e,t){let n=this.constructor,r=n._$Eh.get(e);if(r!==void 0&&this._$Em!==r){let e=n.getPropertyOptions(r),i=typeof e.converter==`function`?{fromAttribute:e.converter}:e.converter?.fromAttribute===void 0?ge:e.converter;this._$Em=r;let a=i.fromAttribute(t,e.type);this[r]=a??this._$Ej?.get(r)??a,this._$Em=null}}requestUpdate(e,t,n,r=!1,i){if(e!==void 0){let a=this.constructor;if(!1===r&&(i=this[e]),n??=a.getPropertyOptions(e),!((n.hasChanged??_e)(i,t)||n.useDefault&&n.reflect&&i===this._$Ej?.get(e)&&!this.hasAttribute(a._$Eu(e,n))))return;this.C(e,t,n)}!1===this.isUpdatePending&&(this._$ES=this._$EP())}C(e,t,{useDefault:n,reflect:r,wrapped:i},a){n&&!(this._$Ej??=new Map).has(e)&&(this._$Ej.set(e,a??t??this[e]),!0!==i||a!==void 0)||(this._$AL.has(e)||(this.hasUpdated||n||(t=void 0),this._$AL.set(e,t)),!0===r&&this._$Em!==e&&(this._$Eq??=new Set).add(e))}async _$EP(){this.isUpdatePending=!0;try{await this._$ES}catch(e){Promise.reject(e)}let e=this.scheduleUpdate();return e!=null&&await e,!this.isUpdatePending}scheduleUpdate(){return this.performUpdate()}performUpdate(){if(!this.isUpdatePending)return;if(!this.hasUpdated){if(this.renderRoot??=this.createRenderRoot(),this._$Ep){for(let[e,t]of this._$Ep)this[e]=t;this._$Ep=void 0}let e=this.constructor.elementProperties;if(e.size>0)for(let[t,n]of e){let{wrapped:e}=n,r=this[t];!0!==e||this._$AL.has(t)||r===void 0||this.C(t,void 0,n,r)}}let e=!1,t=this._$AL;try{e=this.shouldUpdate(t),e?(this.willUpdate(t),this._$EO?.forEach(e=>e.hostUpdate?.()),this.update(t)):this._$EM()}catch(t){throw e=!1,this._$EM(),t}e&&this._$AE(t)}willUpdate(e){}_$AE(e){this._$EO?.forEach(e=>e.hostUpdated?.()),this.hasUpdated||(this.hasUpdated=!0,this.firstUpdated(e)),this.updated(e)}_$EM(){this._$AL=new Map,this.isUpdatePending=!1}get updateComplete(){return this.getUpdateComplete()}getUpdateComplete(){return this._$ES}shouldUpdate(e){return!0}update(e){this._$Eq&&=this._$Eq.forEach(e=>this._$ET(e,this[e])),this._$EM()}updated(e){}firstUpdated(e){}};ye.elementStyles=[],ye.shadowRootOptions={mode:`open`},ye[he(`elementProperties`)]=new Map,ye[he(`finalized`)]=new Map,me?.({ReactiveElement:ye}),(de.reactiveElementVersions??=[]).push(`2.1.2`);var be=globalThis,xe=e=>e,Se=be.trustedTypes,Ce=Se?Se.createPolicy(`lit-html`,{createHTML:e=>e}):void 0,we=`$lit$`,m=`lit$${Math.random().toFixed(9).slice(2)}$`,Te=`?`+m,Ee=`<${Te}>`,De=document,Oe=()=>De.createComment(``),ke=e=>e===null||typeof e!=`object`&&typeof e!=`function`,Ae=Array.isArray,je=e=>Ae(e)||typeof e?.[Symbol.iterator]==`function`,Me=`[ 	
\f\r]`,Ne=/<(?:(!--|\/[^a-zA-Z])|(\/?[a-zA-Z][^>\s]*)|(\/?$))/g,Pe=/-->/g,Fe=/>/g,Ie=RegExp(`>|${Me}(?:([^\\s"'>=/]+)(${Me}*=${Me}*(?:[^ \t\n\f\r"'\`<>=]|("|')|))|$)`,`g`),Le=/'/g,Re=/"/g,ze=/^(?:script|style|textarea|title)$/i,Be=e=>(t,...n)=>({_$litType$:e,strings:t,values:n}),h=Be(1),g=Be(2),Ve=Symbol.for(`lit-noChange`),_=Symbol.for(`lit-nothing`),He=new WeakMap,Ue=De.createTreeWalker(De,129);function We(e,t){if(!Ae(e)||!e.hasOwnProperty(`raw`))throw Error(`invalid template strings array`);return Ce===void 0?t:Ce.createHTML(t)}var Ge=(e,t)=>{let n=e.length-1,r=[],i,a=t===2?`<svg>`:t===3?`<math>`:``,o=Ne;for(let t=0;t<n;t++){let n=e[t],s,c,l=-1,u=0;for(;u<n.length&&(o.lastIndex=u,c=o.exec(n),c!==null);)u=o.lastIndex,o===Ne?c[1]===`!--`?o=Pe:c[1]===void 0?c[2]===void 0?c[3]!==void 0&&(o=Ie):(ze.test(c[2])&&(i=RegExp(`</`+c[2],`g`)),o=Ie):o=Fe:o===Ie?c[0]===`>`?(o=i??Ne,l=-1):c[1]===void 0?l=-2:(l=o.lastIndex-c[2].length,s=c[1],o=c[3]===void 0?Ie:c[3]===`"`?Re:Le):o===Re||o===Le?o=Ie:o===Pe||o===Fe?o=Ne:(o=Ie,i=void 0);let d=o===Ie&&e[t+1].startsWith(`/>`)?` `:``;a+=o===Ne?n+Ee:l>=0?(r.push(s),n.slice(0,l)+we+n.slice(l)+m+d):n+m+(l===-2?t:d)}return[We(e,a+(e[n]||`<?>`)+(t===2?`</svg>`:t===3?`</math>`:``)),r]},Ke=class e{constructor({strings:t,_$litType$:n},r){let i;this.parts=[];let a=0,o=0,s=t.length-1,c=this.parts,[l,u]=Ge(t,n);if(this.el=e.createElement(l,r),Ue.currentNode=this.el.content,n===2||n===3){let e=this.el.content.firstChild;e.replaceWith(...e.childNodes)}for(;(i=Ue.nextNode())!==null&&c.length<s;){if(i.nodeType===1){if(i.hasAttributes())for(let e of i.getAttributeNames())if(e.endsWith(we)){let t=u[o++],n=i.getAttribute(e).split(m),r=/([.?@])?(.*)/.exec(t);c.push({type:1,index:a,name:r[2],strings:n,ctor:r[1]===`.`?Ze:r[1]===`?`?Qe:r[1]===`@`?$e:Xe}),i.removeAttribute(e)}else e.startsWith(m)&&(c.push({type:6,index:a}),i.removeAttribute(e));if(ze.test(i.tagName)){let e=i.textContent.split(m),t=e.length-1;if(t>0){i.textContent=Se?Se.emptyScript:``;for(let n=0;n<t;n++)i.append(e[n],Oe()),Ue.nextNode(),c.push({type:2,index:++a});i.append(e[t],Oe())}}}else if(i.nodeType===8){if(i.data===Te)c.push({type:2,index:a});else{let e=-1;for(;(e=i.data.indexOf(m,e+1))!==-1;)c.push({type:7,index:a}),e+=m.length-1}}a++}}static createElement(e,t){let n=De.createElement(`template`);return n.innerHTML=e,n}};function qe(e,t,n=e,r){if(t===Ve)return t;let i=r===void 0?n._$Cl:n._$Co?.[r],a=ke(t)?void 0:t._$litDirective$;return i?.constructor!==a&&(i?._$AO?.(!1),a===void 0?i=void 0:(i=new a(e),i._$AT(e,n,r)),r===void 0?n._$Cl=i:(n._$Co??=[])[r]=i),i!==void 0&&(t=qe(e,i._$AS(e,t.values),i,r)),t}var Je=class{constructor(e,t){this._$AV=[],this._$AN=void 0,this._$AD=e,this._$AM=t}get parentNode(){return this._$AM.parentNode}get _$AU(){return this._$AM._$AU}u(e){let{el:{content:t},parts:n}=this._$AD,r=(e?.creationScope??De).importNode(t,!0);Ue.currentNode=r;let i=Ue.nextNode(),a=0,o=0,s=n[0];for(;s!==void 0;){if(a===s.index){let t;s.type===2?t=new Ye(i,i.nextSibling,this,e):s.type===1?t=new s.ctor(i,s.name,s.strings,this,e):s.type===6&&(t=new et(i,this,e)),this._$AV.push(t),s=n[++o]}a!==s?.index&&(i=Ue.nextNode(),a++)}return Ue.currentNode=De,r}p(e){let t=0;for(let n of this._$AV)n!==void 0&&(n.strings===void 0?n._$AI(e[t]):(n._$AI(e,n,t),t+=n.strings.length-2)),t++}},Ye=class e{get _$AU(){return this._$AM?._$AU??this._$Cv}constructor(e,t,n,r){this.type=2,this._$AH=_,this._$AN=void 0,this._$AA=e,this._$AB=t,this._$AM=n,this.options=r,this._$Cv=r?.isConnected??!0}get parentNode(){let e=this._$AA.parentNode,t=this._$AM;return t!==void 0&&e?.nodeType===11&&(e=t.parentNode),e}get startNode(){return this._$AA}get endNode(){return this._$AB}_$AI(e,t=this){e=qe(this,e,t),ke(e)?e===_||e==null||e===``?(this._$AH!==_&&this._$AR(),this._$AH=_):e!==this._$AH&&e!==Ve&&this._(e):e._$litType$===void 0?e.nodeType===void 0?je(e)?this.k(e):this._(e):this.T(e):this.$(e)}O(e){return this._$AA.parentNode.insertBefore(e,this._$AB)}T(e){this._$AH!==e&&(this._$AR(),this._$AH=this.O(e))}_(e){this._$AH!==_&&ke(this._$AH)?this._$AA.nextSibling.data=e:this.T(De.createTextNode(e)),this._$AH=e}$(e){let{values:t,_$litType$:n}=e,r=typeof n==`number`?this._$AC(e):(n.el===void 0&&(n.el=Ke.createElement(We(n.h,n.h[0]),this.options)),n);if(this._$AH?._$AD===r)this._$AH.p(t);else{let e=new Je(r,this),n=e.u(this.options);e.p(t),this.T(n),this._$AH=e}}_$AC(e){let t=He.get(e.strings);return t===void 0&&He.set(e.strings,t=new Ke(e)),t}k(t){Ae(this._$AH)||(this._$AH=[],this._$AR());let n=this._$AH,r,i=0;for(let a of t)i===n.length?n.push(r=new e(this.O(Oe()),this.O(Oe()),this,this.options)):r=n[i],r._$AI(a),i++;i<n.length&&(this._$AR(r&&r._$AB.nextSibling,i),n.length=i)}_$AR(e=this._$AA.nextSibling,t){for(this._$AP?.(!1,!0,t);e!==this._$AB;){let t=xe(e).nextSibling;xe(e).remove(),e=t}}setConnected(e){this._$AM===void 0&&(this._$Cv=e,this._$AP?.(e))}},Xe=class{get tagName(){return this.element.tagName}get _$AU(){return this._$AM._$AU}constructor(e,t,n,r,i){this.type=1,this._$AH=_,this._$AN=void 0,this.element=e,this.name=t,this._$AM=r,this.options=i,n.length>2||n[0]!==``||n[1]!==``?(this._$AH=Array(n.length-1).fill(new String),this.strings=n):this._$AH=_}_$AI(e,t=this,n,r){let i=this.strings,a=!1;if(i===void 0)e=qe(this,e,t,0),a=!ke(e)||e!==this._$AH&&e!==Ve,a&&(this._$AH=e);else{let r=e,o,s;for(e=i[0],o=0;o<i.length-1;o++)s=qe(this,r[n+o],t,o),s===Ve&&(s=this._$AH[o]),a||=!ke(s)||s!==this._$AH[o],s===_?e=_:e!==_&&(e+=(s??``)+i[o+1]),this._$AH[o]=s}a&&!r&&this.j(e)}j(e){e===_?this.element.removeAttribute(this.name):this.element.setAttribute(this.name,e??``)}},Ze=class extends Xe{constructor(){super(...arguments),this.type=3}j(e){this.element[this.name]=e===_?void 0:e}},Qe=class extends Xe{constructor(){super(...arguments),this.type=4}j(e){this.element.toggleAttribute(this.name,!!e&&e!==_)}},$e=class extends Xe{constructor(e,t,n,r,i){super(e,t,n,r,i),this.type=5}_$AI(e,t=this){if((e=qe(this,e,t,0)??_)===Ve)return;let n=this._$AH,r=e===_&&n!==_||e.capture!==n.capture||e.once!==n.once||e.passive!==n.passive,i=e!==_&&(n===_||r);r&&this.element.removeEventListener(this.name,this,n),i&&this.element.addEventListener(this.name,this,e),this._$AH=e}handleEvent(e){typeof this._$AH==`function`?this._$AH.call(this.options?.host??this.element,e):this._$AH.handleEvent(e)}},et=class{constructor(e,t,n){this.element=e,this.type=6,this._$AN=void 0,this._$AM=t,this.options=n}get _$AU(){return this._$AM._$AU}_$AI(e){qe(this,e)}},tt=be.litHtmlPolyfillSupport;tt?.(Ke,Ye),(be.litHtmlVersions??=[]).push(`3.3.3`);var nt=(e,t,n)=>{let r=n?.renderBefore??t,i=r._$litPart$;if(i===void 0){let e=n?.renderBefore??null;r._$litPart$=i=new Ye(t.insertBefore(Oe(),e),e,void 0,n??{})}return i._$AI(e),i},rt=globalThis,v=class extends ye{constructor(){super(...arguments),this.renderOptions={host:this},this._$Do=void 0}createRenderRoot(){let e=super.createRenderRoot();return this.renderOptions.renderBefore??=e.firstChild,e}update(e){let t=this.render();this.hasUpdated||(this.renderOptions.isConnected=this.isConnected),super.update(e),this._$Do=nt(t,this.renderRoot,this.renderOptions)}connectedCallback(){super.connectedCallback(),this._$Do?.setConnected(!0)}disconnectedCallback(){super.disconnectedCallback(),this._$Do?.setConnected(!1)}render(){return Ve}};v._$litElement$=!0,v.finalized=!0,rt.litElementHydrateSupport?.({LitElement:v});var it=rt.litElementPolyfillSupport;it?.({LitElement:v}),(rt.litElementVersions??=[]).push(`4.2.2`);var y=e=>(t,n)=>{n===void 0?customElements.define(e,t):n.addInitializer(()=>{customElements.define(e,t)})},at={attribute:!0,type:String,converter:ge,reflect:!1,hasChanged:_e},ot=(e=at,t,n)=>{let{kind:r,metadata:i}=n,a=globalThis.litPropertyMetadata.get(i);if(a===void 0&&globalThis.litPropertyMetadata.set(i,a=new Map),r===`setter`&&((e=Object.create(e)).wrapped=!0),a.set(n.name,e),r===`accessor`){let{name:r}=n;return{set(n){let i=t.get.call(this);t.set.call(this,n),this.requestUpdate(r,i,e,!0,n)},init(t){return t!==void 0&&this.C(r,void 0,e,t),t}}}if(r===`setter`){let{name:r}=n;return function(n){let i=this[r];t.call(this,n),this.requestUpdate(r,i,e,!0,n)}}throw Error(`Unsupported decorator location: `+r)};function b(e){return(t,n)=>typeof n==`object`?ot(e,t,n):((e,t,n)=>{let r=t.hasOwnProperty(n);return t.constructor.createProperty(n,e),r?Object.getOwnPropertyDescriptor(t,n):void 0})(e,t,n)}function x(e){return b({...e,state:!0,attribute:!1})}var st=(e,t,n)=>(n.configurable=!0,n.enumerable=!0,Reflect.decorate&&typeof t!=`object`&&Object.defineProperty(e,t,n),n);function S(e,t){return(n,r,i)=>{let a=t=>t.renderRoot?.querySelector(e)??null;if(t){let{get:e,set:t}=typeof r==`object`?n:i??(()=>{let e=Symbol();return{get(){return this[e]},set(t){this[e]=t}}})();return st(n,r,{get(){let n=e.call(this);return n===void 0&&(n=a(this),(n!==null||this.hasUpdated)&&t.call(this,n)),n}})}return st(n,r,{get(){return a(this)}})}}var ct={search:g`<circle cx="11" cy="11" r="6.5"/><path d="m20 20-4.2-4.2"/>`,close:g`<path d="M6 6l12 12M18 6 6 18"/>`,plus:g`<path d="M12 5v14M5 12h14"/>`,minus:g`<path d="M5 12h14"/>`,home:g`<path d="M4 9V5a1 1 0 0 1 1-1h4M15 4h4a1 1 0 0 1 1 1v4M20 15v4a1 1 0 0 1-1 1h-4M9 20H5a1 1 0 0 1-1-1v-4"/>`,help:g`<rect x="3" y="6" width="18" height="12" rx="2"/><path d="M7 10h.01M11 10h.01M15 10h.01M8 14h8"/>`,sun:g`<circle cx="12" cy="12" r="4"/><path d="M12 3v2M12 19v2M3 12h2M19 12h2M5.6 5.6 7 7M17 17l1.4 1.4M18.4 5.6 17 7M7 17l-1.4 1.4"/>`,moon:g`<path d="M20 14.5A8 8 0 0 1 9.5 4a8 8 0 1 0 10.5 10.5z"/>`,dice:g`<rect x="4" y="4" width="16" height="16" rx="3.5"/><path d="M8.5 8.5h.01M15.5 8.5h.01M12 12h.01M8.5 15.5h.01M15.5 15.5h.01"/>`,lock:g`<rect x="5" y="11" width="14" height="9" rx="2"/><path d="M8 11V8a4 4 0 0 1 8 0v3"/>`,unlock:g`<rect x="5" y="11" width="14" height="9" rx="2"/><path d="M8 11V8a4 4 0 0 1 7.5-2"/>`,star:g`<path d="m12 4 2.5 5.1 5.6.8-4 4 1 5.6-5.1-2.7-5 2.7 1-5.6-4.1-4 5.6-.8z"/>`,copy:g`<rect x="9" y="9" width="11" height="11" rx="2"/><path d="M5 15V6a2 2 0 0 1 2-2h8"/>`,down:g`<path d="M12 4v11M7.5 11 12 15.5 16.5 11M5 20h14"/>`,undo:g`<path d="M9 14 4.5 9.5 9 5M5 9.5h9a5 5 0 0 1 0 10h-3"/>`,redo:g`<path d="m15 14 4.5-4.5L15 5M19 9.5h-9a5 5 0 0 0 0 10h3"/>`,spark:g`<path d="M12 4v4M12 16v4M4 12h4M16 12h4M7 7l2 2M15 15l2 2M17 7l-2 2M9 15l-2 2"/>`,between:g`<circle cx="5.5" cy="12" r="2.5"/><circle cx="18.5" cy="12" r="2.5"/><path d="M8.5 12h7" stroke-dasharray="1 3"/>`,warp:g`<path d="M4 6c4 0 4 4 8 4s4-4 8-4M4 12c4 0 4 4 8 4s4-4 8-4M4 18h16"/>`,image:g`<rect x="4" y="5" width="16" height="14" rx="2"/><circle cx="9" cy="10" r="1.5"/><path d="m5 18 5-5 3 3 2.5-2.5L20 18"/>`,grid:g`<rect x="4" y="4" width="16" height="16" rx="2"/><path d="M4 9.3h16M4 14.7h16M9.3 4v16M14.7 4v16"/>`,table:g`<rect x="4" y="5" width="16" height="14" rx="2"/><path d="M4 10h16M4 14.5h16M9 5v14"/>`,steps:g`<circle cx="5" cy="12" r="1.6"/><circle cx="12" cy="12" r="2.6"/><circle cx="19" cy="12" r="3.4"/>`,check:g`<path d="M12 3.5 5 6v5.5c0 4.2 2.9 7.3 7 9 4.1-1.7 7-4.8 7-9V6z"/><path d="m9 12 2.2 2.2L15.2 10"/>`,play:g`<path d="M8 5.5v13l10.5-6.5z"/>`,stop:g`<rect x="6.5" y="6.5" width="11" height="11" rx="2"/>`,left:g`<path d="m14.5 6-6 6 6 6"/>`,right:g`<path d="m9.5 6 6 6-6 6"/>`,swap:g`<path d="M5 9h13l-3.5-3.5M19 15H6l3.5 3.5"/>`},C=e=>h`<svg class="i" viewBox="0 0 24 24" aria-hidden="true">${ct[e]}</svg>`,lt=h`<svg viewBox="0 0 32 32" width="26" height="26" aria-hidden="true">
  <circle cx="16" cy="16" r="14.2" fill="none" stroke="currentColor" stroke-width="1.8" />
  <path d="M21.8 5.6 18.6 17.3 13.4 14.7z" fill="var(--accent)" />
  <path d="M10.2 26.4 13.4 14.7 18.6 17.3z" fill="currentColor" />
</svg>`,w=p`
  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }
  [hidden] {
    display: none !important;
  }
  button,
  input,
  select,
  textarea {
    font: inherit;
    color: inherit;
  }
  button,
  .button {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: 7px;
    min-height: 40px;
    min-width: 40px;
    padding: 0 13px;
    border: 1px solid var(--line);
    border-radius: var(--radius-small);
    background: var(--raised);
    font-weight: 550;
    font-size: 0.9rem;
    cursor: pointer;
    text-decoration: none;
    color: var(--ink);
    transition:
      background 0.12s,
      border-color 0.12s;
  }
  button:hover:not(:disabled),
  .button:hover {
    border-color: var(--faint);
    background: var(--sunken);
  }
  button:disabled {
    opacity: 0.45;
    cursor: default;
  }
  button.primary {
    background: var(--accent);
    border-color: var(--accent);
    color: var(--accent-ink);
  }
  button.primary:hover:not(:disabled) {
    filter: brightness(1.07);
    background: var(--accent);
  }
  button.bare {
    border-color: transparent;
    background: none;
  }
  button.bare:hover {
    background: var(--sunken);
  }
  button.icon {
    padding: 0;
  }
  button[aria-pressed="true"] {
    background: var(--ink);
    border-color: var(--ink);
    color: var(--surface);
  }
  :focus-visible {
    outline: 2.5px solid var(--accent);
    outline-offset: 2px;
  }
  svg.i {
    width: 18px;
    height: 18px;
    fill: none;
    stroke: currentColor;
    stroke-width: 1.8;
    stroke-linecap: round;
    stroke-linejoin: round;
    flex: none;
  }
  h2,
  h3 {
    margin: 0;
    font-size: 0.78rem;
    font-weight: 600;
    color: var(--soft);
    letter-spacing: 0.01em;
  }
  .quiet {
    color: var(--soft);
    font-size: 0.87rem;
  }
  .off {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  img {
    display: block;
  }
  @media (prefers-reduced-motion: reduce) {
    * {
      animation-duration: 0.01ms !important;
      transition: none !important;
    }
  }
`,ut={"nav.scrub":`Steps`},dt={"nav.scrub":`ステップ`},ft={"nav.sweeps":`Sweeps`,"studio.prompt.short":`Prompt`,"studio.negative":`What should not be in it?`,"studio.negative.short":`Negative prompt`,"studio.negativePlaceholder":`blurry, dark`,"studio.weighting":`Weigh words`,"studio.weightingHint":`(word)1.3 counts more, (word)0.7 less`,"studio.sampler":`Sampler`,"studio.size":`Size`,"studio.width":`Width`,"studio.height":`Height`,"studio.swapSides":`Swap width and height`,"studio.seenSeeds":`Earlier seeds`,"studio.start":`Start from a picture`,"studio.startHint":`Drop a picture, or`,"studio.strength":`Strength`,"studio.strengthHint":`How much of the picture becomes noise: little keeps it, 1 forgets it`,"studio.loras":`LoRAs`,"studio.model.cold":`Loads on first use`,"studio.model.loading":`Loading the model`,"studio.model.ready":`In memory`,"studio.model.failed":`The model could not be loaded`,"studio.modelNeeds":`needs {need}`,"studio.modelNeedsOf":`needs {need}, {free} free`,"studio.modelTight":`That is more than is free: models that were not used lately make room.`,"studio.modelLoad":`Load now`,"studio.loadingModel":`The model is loading, once`,"studio.drawing":`Drawing`,"studio.drawingStep":`Step {step} of {steps}`,"studio.variationsKind":`What the row shows`,"studio.moreLike":`More like this`,"studio.amount":`How different`,"studio.rollRow":`Roll all that are not pinned`,"studio.variation":`variation {n}`,"studio.pin":`Keep {title} in the row`,"studio.unpin":`Let {title} go`,"studio.makeRow":`Make {n} of them`,"studio.takeTitle":`What shall this picture be?`,"studio.take.start":`A start`,"studio.take.startHint":`Image-to-image: draw over it with words`,"studio.take.invert":`A point to edit from`,"studio.take.invertHint":`Find the noise that remakes it, see how well, then edit`,"studio.take.pair":`Picture A or B`,"studio.take.pairHint":`Rebuild it, and blend it with another`,"studio.takeWith":`with {model}`,"studio.takeNone":`No model here can use a picture.`,"studio.inverting":`Looking for the noise that remakes it`,"studio.inversionTitle":`How well can it be remade?`,"studio.inversionHint":`Nothing is edited yet. Pick the remake that you trust.`,"studio.scoresHint":`PSNR in decibels and SSIM against the original; higher is closer`,"studio.closest":`closest`,"studio.pick":`Edit from this`,"studio.back":`Back`,"studio.inverted":`From your picture`,"studio.invertedOther":`Another way…`,"studio.sweep":`Sweep`,"studio.sweepHint":`Turn two knobs through many values`,"scrub.step":`Step {step} of {steps}`,"scrub.noising":`Noise, {step} of {steps}`,"scrub.plain":`Without guidance`,"scrub.play":`Play`,"scrub.slider":`Step`,"scrub.film":`All steps`,"scrub.change":`What guidance changed, by step`,"scrub.trail":`Its way on the map`,"studio.scrub":`Step through`,"studio.scrubHint":`See the picture at each step`,"studio.verify":`Verify`,"studio.verifyHint":`Make the picture again and compare`,"studio.verifying":`Making it again to compare`,"studio.verdict.identical":`Identical: the same bytes again`,"studio.verdict.perceptually_identical":`The same to the eye, not to the byte`,"studio.verdict.different":`Different`,"sweeps.title":`Sweep`,"sweeps.base":`Of this picture`,"sweeps.baseEdit":`Change it in the Studio`,"sweeps.columns":`Columns`,"sweeps.rows":`Rows`,"sweeps.sheets":`Sheets`,"sweeps.addAxis":`Add a third knob`,"sweeps.addRows":`Add a second knob`,"sweeps.removeAxis":`Remove this knob`,"sweeps.list":`List`,"sweeps.range":`Range`,"sweeps.listHint":`1, 2, 4`,"sweeps.linesHint":`One prompt per line`,"sweeps.from":`From`,"sweeps.to":`To`,"sweeps.many":`Values`,"sweeps.wrong":`Not usable here: {words}`,"sweeps.noValues":`This knob has no values yet.`,"sweeps.needsPicture":`Strength needs a picture to start from: choose one in the Studio.`,"sweeps.cells":`{n} pictures`,"sweeps.oneCell":`1 picture`,"sweeps.lots":`That is a lot. It runs in the background and can be cancelled.`,"sweeps.tooMany":`At most {most} in one sweep: take fewer values.`,"sweeps.run":`Make them`,"sweeps.earlier":`Earlier sweeps`,"sweeps.earlierNone":`Sweeps that you run appear here.`,"sweeps.nothing":`The grid fills in here while the pictures are made.`,"sweeps.view":`View`,"sweeps.grid":`Grid`,"sweeps.table":`Table`,"sweeps.csv":`CSV`,"sweeps.csvHint":`Download the table`,"sweeps.png":`PNG`,"sweeps.pngHint":`Download the grid with its labels`,"sweeps.state.queued":`Waiting`,"sweeps.state.running":`{done} of {all}`,"sweeps.state.done":`{all} pictures`,"sweeps.state.failed":`Stopped: {done} of {all} were made`,"sweeps.state.cancelled":`Cancelled: {done} of {all} were made`,"sweeps.failed":`{n} could not be made`,"sweeps.cellTitle":`Picture of the sweep`,"sweeps.open":`Open in Studio`,"sweeps.previous":`Previous picture`,"sweeps.next":`Next picture`,"sweeps.picture":`Picture`,"sweeps.stateTitle":`State`,"sweeps.cell.queued":`waiting`,"sweeps.cell.running":`being made`,"sweeps.cell.done":`done`,"sweeps.cell.failed":`failed`,"sweeps.cell.cancelled":`cancelled`,"sweeps.gone":`This sweep does not exist (any more).`},pt={"nav.sweeps":`スイープ`,"studio.prompt.short":`プロンプト`,"studio.negative":`入れたくないものは？`,"studio.negative.short":`ネガティブプロンプト`,"studio.negativePlaceholder":`ぼやけた、暗い`,"studio.weighting":`言葉に重みを付ける`,"studio.weightingHint":`(言葉)1.3 は強く、(言葉)0.7 は弱く`,"studio.sampler":`サンプラー`,"studio.size":`大きさ`,"studio.width":`幅`,"studio.height":`高さ`,"studio.swapSides":`幅と高さを入れ替える`,"studio.seenSeeds":`これまでのシード`,"studio.start":`絵から始める`,"studio.startHint":`絵をドロップ、または`,"studio.strength":`強さ`,"studio.strengthHint":`元の絵をどれだけノイズにするか。小さいほど元の絵が残り、1 で消えます`,"studio.loras":`LoRA`,"studio.model.cold":`初めて使うときに読み込みます`,"studio.model.loading":`モデルを読み込んでいます`,"studio.model.ready":`メモリーにあります`,"studio.model.failed":`モデルを読み込めませんでした`,"studio.modelNeeds":`必要量 {need}`,"studio.modelNeedsOf":`必要量 {need}、空き {free}`,"studio.modelTight":`空きより大きいので、最近使っていないモデルを片付けて場所を作ります。`,"studio.modelLoad":`今すぐ読み込む`,"studio.loadingModel":`モデルを読み込んでいます（初回だけ）`,"studio.drawing":`描いています`,"studio.drawingStep":`ステップ {step}／{steps}`,"studio.variationsKind":`並べるもの`,"studio.moreLike":`似た絵をもっと`,"studio.amount":`違いの大きさ`,"studio.rollRow":`固定していないものを振り直す`,"studio.variation":`変化 {n}`,"studio.pin":`{title} を列に残す`,"studio.unpin":`{title} の固定を外す`,"studio.makeRow":`{n} 枚作る`,"studio.takeTitle":`この絵をどう使いますか？`,"studio.take.start":`描き始めの絵`,"studio.take.startHint":`画像から画像へ：言葉で描き直します`,"studio.take.invert":`編集の出発点`,"studio.take.invertHint":`この絵を再現するノイズを探し、出来を確かめてから編集します`,"studio.take.pair":`絵 A または B`,"studio.take.pairHint":`再構成して、もう 1 枚と混ぜます`,"studio.takeWith":`{model} を使います`,"studio.takeNone":`絵を使えるモデルがここにはありません。`,"studio.inverting":`この絵を再現するノイズを探しています`,"studio.inversionTitle":`どれだけ再現できますか？`,"studio.inversionHint":`まだ何も編集していません。信頼できる再現を選んでください。`,"studio.scoresHint":`元の絵との PSNR（デシベル）と SSIM。大きいほど近い`,"studio.closest":`最も近い`,"studio.pick":`ここから編集`,"studio.back":`戻る`,"studio.inverted":`あなたの絵から`,"studio.invertedOther":`別の方法…`,"studio.sweep":`スイープ`,"studio.sweepHint":`2 つのつまみをいろいろな値に動かす`,"scrub.step":`ステップ {step} / {steps}`,"scrub.noising":`ノイズ {step} / {steps}`,"scrub.plain":`ガイダンスなし`,"scrub.play":`再生`,"scrub.slider":`ステップ`,"scrub.film":`すべてのステップ`,"scrub.change":`ガイダンスによる変化`,"scrub.trail":`地図の上の道すじ`,"studio.scrub":`ステップを見る`,"studio.scrubHint":`ステップごとの絵を見る`,"studio.verify":`検証`,"studio.verifyHint":`もう一度作って比べる`,"studio.verifying":`もう一度作って比べています`,"studio.verdict.identical":`同一：1 バイトも違いません`,"studio.verdict.perceptually_identical":`見た目は同じですが、バイトは違います`,"studio.verdict.different":`違う絵になりました`,"sweeps.title":`スイープ`,"sweeps.base":`元にする絵`,"sweeps.baseEdit":`スタジオで変える`,"sweeps.columns":`列`,"sweeps.rows":`行`,"sweeps.sheets":`シート`,"sweeps.addAxis":`3 つ目のつまみを足す`,"sweeps.addRows":`2 つ目のつまみを足す`,"sweeps.removeAxis":`このつまみを外す`,"sweeps.list":`列挙`,"sweeps.range":`範囲`,"sweeps.listHint":`1, 2, 4`,"sweeps.linesHint":`1 行に 1 つのプロンプト`,"sweeps.from":`から`,"sweeps.to":`まで`,"sweeps.many":`個数`,"sweeps.wrong":`ここでは使えません：{words}`,"sweeps.noValues":`このつまみにはまだ値がありません。`,"sweeps.needsPicture":`強さには元になる絵が要ります。スタジオで選んでください。`,"sweeps.cells":`{n} 枚`,"sweeps.oneCell":`1 枚`,"sweeps.lots":`かなりの枚数です。裏で作り、途中で止められます。`,"sweeps.tooMany":`1 回に {most} 枚までです。値を減らしてください。`,"sweeps.run":`作る`,"sweeps.earlier":`これまでのスイープ`,"sweeps.earlierNone":`実行したスイープがここに並びます。`,"sweeps.nothing":`絵ができるにつれて、ここの表が埋まっていきます。`,"sweeps.view":`表示`,"sweeps.grid":`格子`,"sweeps.table":`表`,"sweeps.csv":`CSV`,"sweeps.csvHint":`表を保存`,"sweeps.png":`PNG`,"sweeps.pngHint":`ラベル付きの格子を保存`,"sweeps.state.queued":`待っています`,"sweeps.state.running":`{all} 枚中 {done} 枚`,"sweeps.state.done":`{all} 枚`,"sweeps.state.failed":`止まりました：{all} 枚中 {done} 枚`,"sweeps.state.cancelled":`取り消しました：{all} 枚中 {done} 枚`,"sweeps.failed":`{n} 枚は作れませんでした`,"sweeps.cellTitle":`スイープの絵`,"sweeps.open":`スタジオで開く`,"sweeps.previous":`前の絵`,"sweeps.next":`次の絵`,"sweeps.picture":`絵`,"sweeps.stateTitle":`状態`,"sweeps.cell.queued":`待機中`,"sweeps.cell.running":`作成中`,"sweeps.cell.done":`完了`,"sweeps.cell.failed":`失敗`,"sweeps.cell.cancelled":`取り消し`,"sweeps.gone":`このスイープは見つかりません。`},mt={...ft,...ut,"nav.atlas":`Atlas`,"nav.studio":`Studio`,"nav.skip":`Skip to content`,"nav.language":`日本語`,"nav.languageLabel":`Change the language to Japanese`,"nav.theme":`Change between light and dark`,"status.ready":`Ready`,"status.starting":`The model is waking up`,"status.restarting":`The model is starting again`,"status.failed":`The model could not start`,"status.offline":`No connection to the server`,"lost.title":`There is nothing at this place`,"lost.body":`The map has no page at {path}.`,"lost.home":`Go to the Atlas`,"common.close":`Close`,"common.retry":`Try again`,"common.cancel":`Cancel`,"common.copied":`Copied`,"common.copyCurl":`Copy as curl`,"common.copyPython":`Copy as Python`,"common.loading":`Loading`,"common.more":`Load more`,"common.error":`Something went wrong`,"common.offlineHint":`Check that Rashin is still running, then try again.`,"atlas.label":`Map of pictures. Arrow keys walk from picture to picture, Enter opens, slash searches.`,"atlas.hint":`Drag · zoom · click anywhere, also where there is nothing`,"atlas.search":`Search by words`,"atlas.searchClear":`Clear the search`,"atlas.best":`Closest to “{words}”`,"atlas.searchNone":`No pictures match these words`,"atlas.colour":`Colour`,"atlas.all":`Show all`,"atlas.count":`{n} pictures`,"atlas.trust":`trustworthiness`,"atlas.recall":`recall@15`,"atlas.qualityHelp":`Trustworthiness: how many neighbours on the map are true ones. Recall@15: how many of the 15 true neighbours are near on the map.`,"atlas.zoomIn":`Zoom in`,"atlas.zoomOut":`Zoom out`,"atlas.home":`Show the whole map`,"atlas.help":`Keyboard help`,"atlas.loading":`Unfolding the map`,"atlas.none":`There is no map yet`,"atlas.noneHint":`Run “make map” to build one, then load this page again.`,"atlas.noGl":`This browser cannot draw the map`,"atlas.noGlHint":`The map needs WebGL 2. Turn on hardware acceleration, or use another browser.`,"atlas.pickSecond":`Now click a second picture`,"atlas.regions":`Regions in view`,"atlas.neighbours":`Nearest in the space itself`,"atlas.distortion":`Two dimensions lie here`,"atlas.distortionHelp":`Most true neighbours of this picture lie elsewhere on the map ({percent} % are torn away).`,"atlas.like":`More like this`,"atlas.between":`Between…`,"atlas.studio":`Open in Studio`,"atlas.recipe":`Recipe`,"atlas.landing":`Landed {distance} neighbours away, confidence {percent} %`,"atlas.landingNear":`Landed right where you clicked, confidence {percent} %`,"atlas.edge":`You clicked outside the known land; the nearest shore was taken.`,"atlas.decoding":`Making the picture of this place…`,"atlas.onlyOurs":`A place nobody had been to`,"atlas.seed":`seed {seed}`,"atlas.steps":`{n} steps`,"help.title":`Keyboard`,"help.arrows":`walk to the true neighbour in that direction`,"help.enter":`open the picture`,"help.slash":`search`,"help.zoom":`zoom in, zoom out, whole map`,"help.shift":`Shift + click`,"help.shiftDoes":`make a picture here, even when another one is near`,"help.esc":`close, step back`,"help.help":`this sheet`,"help.undo":`undo, redo (Studio)`,"studio.prompt":`What should it be?`,"studio.promptPlaceholder":`smiling cat`,"studio.model":`Model`,"studio.seed":`Seed`,"studio.roll":`Roll the seed`,"studio.lock":`Keep this seed`,"studio.unlock":`New seed with every change of words`,"studio.steps":`Steps`,"studio.guidance":`Guidance`,"studio.style":`Style`,"studio.noStyle":`any`,"studio.sliders":`Directions`,"studio.slidersHint":`Double-click a slider to put it back`,"studio.reset":`Reset`,"studio.variations":`Other seeds`,"studio.history":`History`,"studio.historyEmpty":`Pictures that you keep appear here.`,"studio.starred":`Starred only`,"studio.star":`Star this picture`,"studio.unstar":`Remove the star`,"studio.png":`PNG`,"studio.webp":`WebP`,"studio.download":`Download with recipe`,"studio.drop":`Drop a picture to explore it`,"studio.dropHint":`Drop a picture anywhere, or`,"studio.choose":`choose a file`,"studio.dropRestored":`The picture carried its recipe: everything is as it was.`,"studio.original":`Original`,"studio.reconstruction":`Reconstruction`,"studio.first":`Picture A`,"studio.second":`Picture B`,"studio.betweenTwo":`Between A and B`,"studio.sample":`New sample`,"studio.removePicture":`Take this picture away`,"studio.expression":`Made from an expression`,"studio.expressionClear":`Back to words`,"studio.picture":`The picture made from “{prompt}”`,"studio.pictureSample":`A picture from the model`,"studio.waiting":`The first picture comes when the model is awake`,"studio.undo":`Undo`,"studio.redo":`Redo`},ht={...pt,...dt,"nav.atlas":`アトラス`,"nav.studio":`スタジオ`,"nav.skip":`本文へ移動`,"nav.language":`English`,"nav.languageLabel":`表示を英語に切り替える`,"nav.theme":`ライト／ダークを切り替える`,"status.ready":`準備完了`,"status.starting":`モデルを起動しています`,"status.restarting":`モデルを再起動しています`,"status.failed":`モデルを起動できませんでした`,"status.offline":`サーバーに接続できません`,"lost.title":`ここには何もありません`,"lost.body":`{path} というページは見つかりません。`,"lost.home":`アトラスへ`,"common.close":`閉じる`,"common.retry":`もう一度試す`,"common.cancel":`キャンセル`,"common.copied":`コピーしました`,"common.copyCurl":`curl をコピー`,"common.copyPython":`Python をコピー`,"common.loading":`読み込み中`,"common.more":`もっと見る`,"common.error":`問題が起きました`,"common.offlineHint":`羅針が動いているか確かめて、もう一度お試しください。`,"atlas.label":`絵の地図。矢印キーで絵から絵へ移動、Enter で開く、スラッシュで検索。`,"atlas.hint":`ドラッグ・ズーム・どこでもクリック（何もない所も）`,"atlas.search":`言葉で探す`,"atlas.searchClear":`検索を消す`,"atlas.best":`「{words}」に近い絵`,"atlas.searchNone":`この言葉に合う絵はありません`,"atlas.colour":`色分け`,"atlas.all":`すべて表示`,"atlas.count":`{n} 枚`,"atlas.trust":`信頼度`,"atlas.recall":`再現率@15`,"atlas.qualityHelp":`信頼度：地図上の隣どうしが本当に近い割合。再現率@15：本当に近い 15 枚のうち地図でも近くにある割合。`,"atlas.zoomIn":`拡大`,"atlas.zoomOut":`縮小`,"atlas.home":`全体を表示`,"atlas.help":`キー操作の説明`,"atlas.loading":`地図を広げています`,"atlas.none":`地図がまだありません`,"atlas.noneHint":`「make map」で地図を作ってから、ページを読み直してください。`,"atlas.noGl":`このブラウザーでは地図を描けません`,"atlas.noGlHint":`地図には WebGL 2 が必要です。ハードウェア支援を有効にするか、別のブラウザーをお使いください。`,"atlas.pickSecond":`もう 1 枚の絵をクリックしてください`,"atlas.regions":`見えている領域`,"atlas.neighbours":`空間の中で本当に近い絵`,"atlas.distortion":`ここでは二次元の図がゆがんでいます`,"atlas.distortionHelp":`本当に近い絵の多くが、地図では離れた所にあります（{percent} % が離れています）。`,"atlas.like":`似た絵をもっと`,"atlas.between":`あいだを見る…`,"atlas.studio":`スタジオで開く`,"atlas.recipe":`レシピ`,"atlas.landing":`クリックした所から隣 {distance} 個分の位置に着地、確信度 {percent} %`,"atlas.landingNear":`クリックした所にぴったり着地、確信度 {percent} %`,"atlas.edge":`地図の外だったので、いちばん近い岸を使いました。`,"atlas.decoding":`この場所の絵を作っています…`,"atlas.onlyOurs":`まだ誰も来たことのない場所`,"atlas.seed":`シード {seed}`,"atlas.steps":`{n} ステップ`,"help.title":`キー操作`,"help.arrows":`その方向の本当の隣へ移動`,"help.enter":`絵を開く`,"help.slash":`検索`,"help.zoom":`拡大・縮小・全体`,"help.shift":`Shift + クリック`,"help.shiftDoes":`近くに絵があっても、その場所の絵を作る`,"help.esc":`閉じる・戻る`,"help.help":`この説明`,"help.undo":`元に戻す・やり直す（スタジオ）`,"studio.prompt":`何を描きますか？`,"studio.promptPlaceholder":`笑っている猫`,"studio.model":`モデル`,"studio.seed":`シード`,"studio.roll":`シードを振り直す`,"studio.lock":`このシードを保つ`,"studio.unlock":`言葉を変えるたびに新しいシード`,"studio.steps":`ステップ`,"studio.guidance":`ガイダンス`,"studio.style":`スタイル`,"studio.noStyle":`指定なし`,"studio.sliders":`方向`,"studio.slidersHint":`ダブルクリックで元に戻ります`,"studio.reset":`リセット`,"studio.variations":`ほかのシード`,"studio.history":`履歴`,"studio.historyEmpty":`作った絵がここに並びます。`,"studio.starred":`星付きだけ`,"studio.star":`星を付ける`,"studio.unstar":`星を外す`,"studio.png":`PNG`,"studio.webp":`WebP`,"studio.download":`レシピ付きで保存`,"studio.drop":`絵をドロップして調べる`,"studio.dropHint":`絵をここにドロップ、または`,"studio.choose":`ファイルを選ぶ`,"studio.dropRestored":`絵に入っていたレシピから、すべてを元どおりにしました。`,"studio.original":`元の絵`,"studio.reconstruction":`再構成`,"studio.first":`絵 A`,"studio.second":`絵 B`,"studio.betweenTwo":`A と B のあいだ`,"studio.sample":`新しいサンプル`,"studio.removePicture":`この絵を外す`,"studio.expression":`式から作った絵`,"studio.expressionClear":`言葉に戻す`,"studio.picture":`「{prompt}」の絵`,"studio.pictureSample":`モデルが作った絵`,"studio.waiting":`モデルが起きると最初の絵が出ます`,"studio.undo":`元に戻す`,"studio.redo":`やり直す`},gt=`rashin.language`,_t=new EventTarget;function vt(){let e=new URLSearchParams(location.search).get(`lang`)??localStorage.getItem(gt);return e===`en`||e===`ja`?e:navigator.language.startsWith(`ja`)?`ja`:`en`}var yt=vt();document.documentElement.lang=yt;var bt=()=>yt;function xt(e){yt=e,localStorage.setItem(gt,e),document.documentElement.lang=e;let t=new URL(location.href);t.searchParams.has(`lang`)&&(t.searchParams.set(`lang`,e),history.replaceState(history.state,``,t)),_t.dispatchEvent(new Event(`change`))}function T(e,t={}){return(yt===`ja`?ht:mt)[e].replace(/\{(\w+)\}/g,(e,n)=>String(t[n]??e))}var E=e=>e[yt],St=e=>e.toLocaleString(yt===`ja`?`ja-JP`:`en-GB`);function Ct(e){return _t.addEventListener(`change`,e),()=>_t.removeEventListener(`change`,e)}var D=class{constructor(e){this.host=e,e.addController(this)}hostConnected(){this.stop=Ct(()=>this.host.requestUpdate())}hostDisconnected(){this.stop?.()}},wt=class extends Error{constructor(e){super(`The server's answer is not what this page expects: ${e}.`),this.name=`UnexpectedAnswer`}};function O(e,t){if(typeof e!=`object`||!e||Array.isArray(e))throw new wt(t);return e}var k=e=>Array.isArray(e)?e:[],A=(e,t=``)=>typeof e==`string`?e:t,j=(e,t=0)=>typeof e==`number`&&Number.isFinite(e)?e:t;function M(e,t){if(typeof e!=`number`||!Number.isFinite(e))throw new wt(t);return e}function N(e){return typeof e==`object`&&e&&!Array.isArray(e)?e:{}}function P(e,t=``){if(typeof e==`string`)return{en:e,ja:e};let n=N(e),r=A(n.en,t);return{en:r,ja:A(n.ja,r)}}function F(e){let t=N(e);if(typeof t.model!=`string`)return null;let n=typeof t.conditioning==`string`?t.conditioning:typeof t.prompt==`string`?JSON.stringify(t.prompt):``,r=typeof t.noise==`string`?t.noise:typeof t.seed==`number`?`noise(${t.seed})`:`noise(0)`;return{...t,model:t.model,conditioning:n,noise:r,steps:j(t.steps,0),guidance_scale:j(t.guidance_scale,NaN),steering:k(t.steering).map(e=>({direction:A(N(e).direction),scale:j(N(e).scale)})),...Array.isArray(t.loras)&&{loras:t.loras.map(e=>({id:A(N(e).id),scale:j(N(e).scale)}))}}}var Tt=[`starting`,`ready`,`restarting`,`failed`];function Et(e){let t=O(e,`the health report`),n=N(t.worker),r=Tt.find(e=>e===n.state)??`starting`;return{version:A(t.version),worker:{state:r,device:A(n.device)}}}function Dt(e){let t=N(e);return typeof t.url==`string`?{url:t.url,sha256:A(t.sha256),width:j(t.width,64),height:j(t.height,64)}:null}function Ot(e){if(typeof e==`string`&&e!==``)return e;let t=N(e),n=A(t.detail,A(t.title));return n===``?null:[n,A(t.hint)].filter(e=>e!==``).join(`. `)}function kt(e){let t=O(e,`a render`),n=N(t.progress);return{id:A(t.id),state:A(t.state),progress:{step:j(n.step),steps:j(n.steps)},error:Ot(t.error),image:Dt(t.image),recipe:F(t.recipe),environment:Object.keys(N(t.environment)).length>0?N(t.environment):null,folder:typeof t.folder==`string`?t.folder:null,deleted:t.deleted===!0,starred:t.starred===!0,created_at:A(t.created_at)}}var At=[`queued`,`running`,`done`,`failed`,`cancelled`];function jt(e){let t=O(e,`a job`),n=N(t.result);return{id:A(t.id),state:At.find(e=>e===t.state)??`queued`,progress:j(t.progress),eta_s:typeof t.eta_s==`number`?t.eta_s:null,result:Object.keys(n).length>0?n:null,error:Ot(t.error)}}var Mt=[`identical`,`perceptually_identical`,`different`];function Nt(e){let t=O(e,`a verdict`),n=Mt.find(e=>e===t.verdict);if(!n)throw new wt(`the verdict`);return{verdict:n,score:typeof t.score==`number`?t.score:null,psnr_db:typeof t.psnr_db==`number`?t.psnr_db:null,reasons:k(t.reasons).map(e=>A(e)).filter(e=>e!==``)}}function Pt(e,t){let n=O(e,`a list`);return{items:k(n.items).map(t),next:typeof n.next==`string`?n.next:null}}function Ft(e){let t=O(e,`an uploaded picture`),n=A(t.sha256);return{sha256:n,url:A(t.url,`/api/v1/images/${n}.png`),width:j(t.width,64),height:j(t.height,64),recipe:F(t.recipe)}}function It(e){let t=O(e,`a map`),n=O(t.bounds,`the bounds of a map`),r=N(t.quality),i=e=>typeof e==`number`?e:null;return{id:A(t.id),title:P(t.title,A(t.id)),model:A(t.model),count:M(t.count,`the count of a map`),bounds:{x_min:M(n.x_min,`bounds.x_min`),y_min:M(n.y_min,`bounds.y_min`),x_max:M(n.x_max,`bounds.x_max`),y_max:M(n.y_max,`bounds.y_max`)},quality:{trustworthiness:i(r.trustworthiness),recall_15:i(r.recall_15)},columns:k(t.columns).map(e=>{let t=O(e,`a map column`);return{id:A(t.id),title:P(t.title,A(t.id)),legend:k(t.legend).map(e=>({title:P(N(e).title),colour:A(N(e).colour,`#888888`)}))}}),atlas:k(t.atlas).map(e=>{let t=O(e,`an atlas level`);return{level:j(t.level),thumb:M(t.thumb,`atlas.thumb`),columns:M(t.columns,`atlas.columns`),rows:M(t.rows,`atlas.rows`),tiles:j(t.tiles,1)}})}}var Lt=e=>k(O(e,`the labels`).layers).map(e=>{let t=O(e,`a label layer`);return{min_zoom:j(t.min_zoom,0),max_zoom:j(t.max_zoom,99),labels:k(t.labels).map(e=>{let t=O(e,`a label`);return{x:j(t.x),y:j(t.y),title:P(t.title),score:j(t.score),count:j(t.count)}})}});function Rt(e){if(typeof e==`number`)return{n:e,similarity:NaN};let t=N(e);return{n:j(t.n),similarity:j(t.similarity,NaN)}}var zt=e=>typeof e==`string`?e:Dt(e)?.url??null;function Bt(e){let t=O(e,`a point of the map`),n=A(t.prompt);return{n:M(t.n,`the number of a point`),x:j(t.x),y:j(t.y),title:P(t.title,n),prompt:n,recipe:F(t.recipe),image:zt(t.image),attributes:Object.entries(N(t.attributes)).map(([e,t])=>({key:e,value:typeof t==`object`?P(t).en:String(t)})),neighbours:k(t.neighbours).map(Rt),distortion:j(t.distortion)}}function Vt(e){let t=O(e,`a point that joined later`);return{n:M(t.n,`the number of a point`),x:j(t.x),y:j(t.y),render_id:A(t.render_id),image:zt(t.image),recipe:F(t.recipe)}}function Ht(e){let t=O(e,`a decoded place`),n=O(t.landing,`the landing`);return{render:kt(t.render),x:M(n.x,`landing.x`),y:M(n.y,`landing.y`),error:j(n.error),confidence:j(n.confidence),clamped:t.clamped===!0,neighbours:k(t.neighbours).map(e=>Rt(e).n),point:typeof t.point==`number`?t.point:null}}function Ut(e){let t=O(e,`a search result`);return{n:M(t.n,`the number of a point`),x:j(t.x),y:j(t.y),score:j(t.score)}}function Wt(e,t){let n=N(e);return{min:j(n.min,t.min),max:j(n.max,t.max),default:j(n.default,t.default)}}function Gt(e){let t=O(e,`a direction`),n=A(t.id);return{id:n,title:P(t.title,n),step:j(t.step,.05),...Wt(t,{min:-2,max:2,default:0})}}function Kt(e){let t=O(e,`a LoRA`),n=A(t.id);return{id:n,title:P(t.title,n),range:Wt(t.range,{min:-2,max:2,default:1})}}function qt(e){let t=N(e),n=k(t.choices).map(e=>j(e,1)),r=n[0]??1;return{choices:n,...Wt(t,{min:n.length>0?Math.min(...n):1,max:n.length>0?Math.max(...n):1,default:r})}}function Jt(e){let t=N(e),n=N(t.sizes),r=j(t.width,64);return{width:r,height:j(t.height,r),sizes:typeof n.max==`number`?{min:j(n.min,64),max:n.max,multiple:Math.max(1,j(n.multiple,8))}:null}}function Yt(e){return k(N(e).notes).map(e=>P(e)).filter(e=>e.en!==``)}function Xt(e){let t=O(e,`a model card`),n=A(t.id);return{id:n,family:A(t.family),title:P(t.title,n),summary:P(t.summary),usesWords:t.uses_words!==!1,steps:qt(t.steps),guidance:Wt(t.guidance_scale,{min:1,max:1,default:1}),samplers:k(t.samplers).map(e=>typeof e==`string`?e:A(N(e).id)),size:Jt(t.image),styles:k(t.styles).map(e=>typeof e==`string`?e:A(N(e).id)),directions:k(t.directions).map(Gt),loras:k(t.loras).map(Kt),inversions:k(t.inversions).map(e=>{let t=A(N(e).id,A(e));return{id:t,title:P(N(e).title,t)}}),negativePrompt:t.negative_prompt===!0,imageToImage:t.image_to_image===!0,promptWeighting:t.prompt_weighting===!0,resident:t.resident!==!1,notes:Yt(t.placement)}}var Zt=e=>k(O(e,`the catalogue`).models).map(Xt).sort((e,t)=>Number(t.usesWords)-Number(e.usesWords)),Qt=[`cold`,`loading`,`ready`,`failed`];function $t(e){let t=O(e,`a model's state`),n=N(t.error);return{id:A(t.id),state:Qt.find(e=>e===t.state)??`cold`,error:typeof t.error==`string`?t.error:A(n.detail)||null,bytes_needed:typeof t.bytes_needed==`number`?t.bytes_needed:null}}function en(e){let t=O(e,`the list of models`),n=N(t.memory).free_bytes;return{models:k(t.items).map($t),free_bytes:typeof n==`number`?n:null}}var tn=class extends Error{constructor(e,t,n,r,i,a=null){super(r||n),this.code=e,this.status=t,this.title=n,this.hint=i,this.retryAfter_s=a,this.name=`Problem`}};function nn(e,t,n=null){let r={};try{r=O(e,`a problem`)}catch{}return new tn(A(r.code,t===0?`offline`:`error`),j(r.status,t),A(r.title,`HTTP ${t}`),A(r.detail),A(r.hint),n)}var I=e=>e instanceof tn?e:new tn(`error`,0,`Error`,e instanceof Error?e.message:String(e),``),L=`/api/v1`;async function rn(e,t){let n={...t.headers},r={method:t.method??`GET`,headers:n};t.signal&&(r.signal=t.signal),t.body instanceof FormData?r.body=t.body:t.body!==void 0&&(n[`Content-Type`]=`application/json`,r.body=JSON.stringify(t.body));let i;try{i=await fetch(L+e,r)}catch(e){throw t.signal?.aborted?e:new tn(`offline`,0,`Offline`,`The server cannot be reached.`,``)}if(!i.ok){let e=Number(i.headers.get(`Retry-After`));throw nn(await i.json().catch(()=>null),i.status,Number.isFinite(e)&&e>0?e:null)}return i}async function R(e,t={}){let n=await rn(e,t);return n.status===204?null:n.json()}async function an(e,t={}){return(await rn(e,t)).arrayBuffer()}var on=async()=>Et(await R(`/health`)),sn=async()=>Zt(await R(`/catalogue`)),cn=async()=>en(await R(`/models`)),ln=async e=>{await R(`/models/${e}/load`,{method:`POST`,body:{}})};async function un(e){let t=new URLSearchParams;for(let[n,r]of Object.entries(e))t.set(n,String(r));return Pt(await R(`/renders?${t}`),kt)}async function dn(e,t={}){let{view:n,wait_s:r=20,signal:i}=t,a=i?{signal:i}:{},o=kt(await R(`/renders`,{method:`POST`,body:{recipe:e,lane:`interactive`,...n===void 0?{}:{view:n}},headers:{Prefer:`wait=${r}`},...a}));for(;o.state===`queued`||o.state===`running`;)await new Promise(e=>setTimeout(e,400)),o=kt(await R(`/renders/${o.id}`,a));return o}var fn=500;async function pn(e,t,n){let r=jt(await R(`/recipes/${e}/verify`,{method:`POST`,body:{},signal:n})),i=()=>void R(`/jobs/${r.id}`,{method:`DELETE`}).catch(()=>void 0);for(n.addEventListener(`abort`,i,{once:!0});r.state===`queued`||r.state===`running`;)await new Promise(e=>setTimeout(e,fn)),r=jt(await R(`/jobs/${r.id}`,{signal:n})),t(r.progress);if(n.removeEventListener(`abort`,i),r.state!==`done`)throw Error(r.error??r.state);return Nt(r.result)}var mn=async e=>kt(await R(`/renders/${e}`)),hn=async(e,t)=>{await R(`/renders/${e}`,{method:`PATCH`,body:{starred:t}})};async function gn(e){let t=new FormData;return t.set(`file`,e),Ft(await R(`/images`,{method:`POST`,body:t}))}var _n=async()=>Pt(await R(`/maps`),It).items,vn=async e=>It(await R(`/maps/${e}`)),yn=e=>an(`/maps/${e}/points`),bn=async(e,t)=>new Uint8Array(await an(`/maps/${e}/columns/${t}`)),xn=async e=>Lt(await R(`/maps/${e}/labels`)),Sn=async e=>Pt(await R(`/maps/${e}/additions`),Vt).items,Cn=async(e,t,n)=>Bt(await R(`/maps/${e}/points/${t}`,n?{signal:n}:{})),wn=(e,t,n)=>`${L}/maps/${e}/atlas/${t}/${n}.webp`,Tn=async(e,t,n)=>Ht(await R(`/maps/${e}/decode`,{method:`POST`,body:t,signal:n})),En=async(e,t,n,r)=>Pt(await R(`/maps/${e}/search`,{method:`POST`,body:{words:t,limit:n},signal:r}),Ut).items,Dn=new EventTarget,On=`starting`,kn,An=()=>On;function jn(e){let t=()=>e(On);return Dn.addEventListener(`change`,t),()=>Dn.removeEventListener(`change`,t)}async function Mn(){clearTimeout(kn);let e=`offline`;try{e=(await on()).worker.state}catch{}e!==On&&(On=e,Dn.dispatchEvent(new Event(`change`))),kn=setTimeout(()=>void Mn(),On===`ready`?15e3:1e3)}var Nn=()=>void Mn();document.addEventListener(`visibilitychange`,()=>{document.hidden||Nn()});function z(e,t,n,r){var i=arguments.length,a=i<3?t:r===null?r=Object.getOwnPropertyDescriptor(t,n):r,o;if(typeof Reflect==`object`&&typeof Reflect.decorate==`function`)a=Reflect.decorate(e,t,n,r);else for(var s=e.length-1;s>=0;s--)(o=e[s])&&(a=(i<3?o(a):i>3?o(t,n,a):o(t,n))||a);return i>3&&a&&Object.defineProperty(t,n,a),a}var Pn=class extends v{static{this.styles=[w,p`
      :host {
        display: inline-flex;
      }
      span.chip {
        display: inline-flex;
        align-items: center;
        gap: 8px;
        font-size: 0.84rem;
        color: var(--soft);
        white-space: nowrap;
      }
      i {
        width: 8px;
        height: 8px;
        border-radius: 50%;
        background: var(--good);
        flex: none;
      }
      .starting i,
      .restarting i {
        background: var(--warn);
        animation: pulse 0.9s infinite alternate;
      }
      .failed i,
      .offline i {
        background: var(--accent);
      }
      @keyframes pulse {
        to {
          opacity: 0.25;
        }
      }
      @media (max-width: 620px) {
        .words {
          position: absolute;
          width: 1px;
          height: 1px;
          overflow: hidden;
          clip-path: inset(50%);
        }
      }
    `]}constructor(){super(),this.worker=An(),new D(this)}connectedCallback(){super.connectedCallback(),this.stop=jn(e=>{this.worker=e}),Nn()}disconnectedCallback(){super.disconnectedCallback(),this.stop?.()}render(){let e=T(`status.${this.worker}`);return h`<span class="chip ${this.worker}" role="status" data-testid="status" data-state=${this.worker} title=${e}>
      <i></i><span class="words">${e}</span>
    </span>`}};z([x()],Pn.prototype,`worker`,void 0),Pn=z([y(`rashin-status`)],Pn);var Fn=p`
  :host {
    position: absolute;
    inset: 0;
    overflow: hidden;
    display: block;
    background: var(--paper);
  }
  .map {
    position: absolute;
    inset: 0;
    touch-action: none;
    user-select: none;
    cursor: crosshair;
    outline-offset: -2px;
  }
  .map:focus-visible {
    outline: 2px solid color-mix(in srgb, var(--accent) 45%, transparent);
  }
  .map.over {
    cursor: pointer;
  }
  .map.moving {
    cursor: grabbing;
  }
  .map > * {
    position: absolute;
    inset: 0;
    width: 100%;
    height: 100%;
    pointer-events: none;
  }
  .map-names {
    overflow: hidden;
  }
  .region {
    position: absolute;
    left: 0;
    top: 0;
    height: 22px;
    padding: 0 6px;
    line-height: 22px;
    font-size: 0.87rem;
    font-weight: 700;
    letter-spacing: -0.005em;
    white-space: nowrap;
    color: var(--ink);
    text-shadow:
      0 0 2px var(--paper),
      1.5px 0 1px var(--paper),
      -1.5px 0 1px var(--paper),
      0 1.5px 1px var(--paper),
      0 -1.5px 1px var(--paper),
      0 0 6px var(--paper),
      0 0 9px var(--paper);
    will-change: transform;
  }
  .left {
    position: absolute;
    top: 14px;
    left: 14px;
    width: 320px;
    max-height: calc(100% - 60px);
    display: flex;
    flex-direction: column;
    gap: 8px;
    align-items: flex-start;
    pointer-events: none;
  }
  .left > * {
    pointer-events: auto;
  }
  rashin-map-search {
    width: 100%;
  }
  rashin-legend {
    min-width: 184px;
  }
  .side {
    position: absolute;
    top: 14px;
    right: 14px;
    bottom: 14px;
    width: 324px;
    pointer-events: none;
    display: flex;
    flex-direction: column;
    z-index: 5;
    animation: in 0.18s ease-out;
  }
  @keyframes in {
    from {
      opacity: 0;
      transform: translateX(14px);
    }
  }
  rashin-map-corner {
    position: absolute;
    right: 14px;
    bottom: 14px;
    transition: right 0.18s;
  }
  rashin-map-corner.shifted {
    right: 352px;
  }
  .quality {
    position: absolute;
    left: 14px;
    bottom: 12px;
    margin: 0;
    padding: 4px 10px;
    font-size: 0.8rem;
    color: var(--soft);
    font-variant-numeric: tabular-nums;
    background: color-mix(in srgb, var(--paper) 86%, transparent);
    border-radius: 8px;
    cursor: help;
  }
  .hint,
  .note-place {
    position: absolute;
    left: 50%;
    bottom: 18px;
    transform: translateX(-50%);
    margin: 0;
    z-index: 4;
  }
  .note-place {
    width: max-content;
    max-width: calc(100% - 28px);
  }
  .hint {
    background: var(--ink);
    color: var(--surface);
    border-radius: 12px;
    box-shadow: var(--shadow);
    font-size: 0.92rem;
    padding: 9px 16px;
    white-space: nowrap;
    pointer-events: none;
  }
  .waiting {
    position: absolute;
    inset: 0;
    display: grid;
    place-content: center;
    text-align: center;
    padding: 24px;
    pointer-events: none;
  }
  .waiting h1 {
    font-size: 1.25rem;
    margin: 0;
  }
  .notices {
    position: absolute;
    left: 50%;
    top: 14px;
    transform: translateX(-50%);
    width: min(520px, calc(100% - 28px));
    z-index: 8;
  }
  @media (max-width: 720px) {
    .left {
      top: 10px;
      left: 10px;
      right: 10px;
      width: auto;
    }
    rashin-legend.pushed {
      display: none;
    }
    .side {
      top: auto;
      left: 0;
      right: 0;
      bottom: 0;
      width: auto;
      max-height: 56%;
      animation-name: up;
    }
    @keyframes up {
      from {
        transform: translateY(30px);
        opacity: 0;
      }
    }
    rashin-map-corner {
      right: 10px;
      bottom: 12px;
    }
    rashin-map-corner.shifted {
      display: none;
    }
    .quality {
      left: 10px;
      bottom: 8px;
      max-width: calc(100% - 80px);
    }
    .hint {
      bottom: 52px;
      white-space: normal;
      width: max-content;
      max-width: calc(100% - 90px);
      left: 12px;
      transform: none;
      font-size: 0.86rem;
    }
    .note-place {
      bottom: 12px;
      width: calc(100% - 20px);
      max-width: none;
    }
    .notices {
      top: 66px;
    }
  }
  @media (min-width: 2200px) {
    .left {
      width: 400px;
    }
    .side {
      width: 400px;
    }
    rashin-map-corner.shifted {
      right: 428px;
    }
  }
`,In=class extends v{static{this.styles=[w,p`
      dialog {
        border: 1px solid var(--line);
        border-radius: var(--radius);
        background: var(--surface);
        color: var(--ink);
        box-shadow: var(--shadow);
        padding: 18px 22px 22px;
        width: min(440px, calc(100vw - 32px));
      }
      dialog::backdrop {
        background: rgb(8 14 24 / 45%);
      }
      header {
        display: flex;
        justify-content: space-between;
        align-items: center;
        margin-bottom: 8px;
      }
      h2 {
        font-size: 1.1rem;
        color: var(--ink);
      }
      dl {
        display: grid;
        grid-template-columns: max-content 1fr;
        gap: 10px 18px;
        margin: 0;
        align-items: baseline;
      }
      dd {
        margin: 0;
        color: var(--soft);
      }
      kbd {
        font: inherit;
        font-size: 0.85rem;
        font-weight: 600;
        border: 1px solid var(--line);
        border-bottom-width: 2px;
        border-radius: 6px;
        padding: 1px 7px;
        background: var(--sunken);
      }
    `]}constructor(){super(),new D(this)}open(){this.dialog.open||this.dialog.showModal()}render(){let e=(...e)=>e.map(e=>h`<kbd>${e}</kbd> `);return h`<dialog data-testid="help" aria-label=${T(`help.title`)}>
      <header>
        <h2>${T(`help.title`)}</h2>
        <button class="bare icon" aria-label=${T(`common.close`)} @click=${()=>this.dialog.close()}>
          ${C(`close`)}
        </button>
      </header>
      <dl>
        <dt>${e(`←`,`→`,`↑`,`↓`)}</dt>
        <dd>${T(`help.arrows`)}</dd>
        <dt>${e(`Enter`)}</dt>
        <dd>${T(`help.enter`)}</dd>
        <dt>${e(`/`)}</dt>
        <dd>${T(`help.slash`)}</dd>
        <dt>${e(`+`,`−`,`0`)}</dt>
        <dd>${T(`help.zoom`)}</dd>
        <dt>${e(T(`help.shift`))}</dt>
        <dd>${T(`help.shiftDoes`)}</dd>
        <dt>${e(`Esc`)}</dt>
        <dd>${T(`help.esc`)}</dd>
        <dt>${e(`Ctrl Z`,`Ctrl ⇧ Z`)}</dt>
        <dd>${T(`help.undo`)}</dd>
        <dt>${e(`?`)}</dt>
        <dd>${T(`help.help`)}</dd>
      </dl>
    </dialog>`}};z([S(`dialog`)],In.prototype,`dialog`,void 0),In=z([y(`rashin-help`)],In);var Ln=class extends v{constructor(...e){super(...e),this.map=null,this.n=0,this.src=null}static{this.styles=p`
    :host {
      display: block;
      aspect-ratio: 1;
      border-radius: 22%;
      overflow: hidden;
      background-color: #fff;
      background-repeat: no-repeat;
      box-shadow: inset 0 0 0 1px rgb(20 28 40 / 12%);
    }
    img {
      width: 100%;
      height: 100%;
      display: block;
    }
  `}updated(e){let t=this.map?.atlas.at(-1);if(!this.map||!t||this.n>=this.map.count){this.style.removeProperty(`background-image`);return}let n=t.columns*t.rows,r=this.n%n,i=r%t.columns,a=Math.floor(r/t.columns),o=(e,t)=>t>1?e/(t-1)*100:0,s=wn(this.map.id,t.level,Math.floor(this.n/n));this.style.setProperty(`background-image`,`url("${s}")`),this.style.setProperty(`background-size`,`${t.columns*100}% ${t.rows*100}%`),this.style.setProperty(`background-position`,`${o(i,t.columns)}% ${o(a,t.rows)}%`)}render(){return this.map!==null&&this.n>=this.map.count&&this.src?h`<img src=${this.src} alt="" />`:_}};z([b({attribute:!1})],Ln.prototype,`map`,void 0),z([b({type:Number})],Ln.prototype,`n`,void 0),z([b()],Ln.prototype,`src`,void 0),Ln=z([y(`rashin-thumb`)],Ln);var Rn=188,zn=236,B=class extends v{static{this.styles=[w,p`
      .hover {
        position: absolute;
        left: 0;
        top: 0;
        width: 188px;
        padding: 8px;
        pointer-events: none;
        background: var(--raised);
        border: 1px solid var(--line);
        border-radius: 14px;
        box-shadow: var(--shadow);
        z-index: 6;
      }
      .hover rashin-thumb {
        border-radius: 8px;
      }
      .hover p {
        margin: 7px 3px 1px;
        font-size: 0.87rem;
        font-weight: 550;
        line-height: 1.3;
        display: -webkit-box;
        -webkit-line-clamp: 2;
        -webkit-box-orient: vertical;
        overflow: hidden;
      }
    `]}constructor(){super(),this.map=null,this.card=null,this.x=0,this.y=0,this.src=null,new D(this)}updated(e){let t=this.parentElement??this.getRootNode().host,n=Math.min(t.clientWidth-Rn-8,Math.max(8,this.x-Rn/2)),r=this.y>zn?this.y-zn:this.y+28;this.box?.style.setProperty(`transform`,`translate(${n}px, ${r}px)`)}render(){let{card:e}=this;return e?h`<div class="hover" aria-hidden="true">
      <rashin-thumb .map=${this.map} .n=${e.n} .src=${this.src}></rashin-thumb>
      <p>${E(e.title)}</p>
    </div>`:_}};z([b({attribute:!1})],B.prototype,`map`,void 0),z([b({attribute:!1})],B.prototype,`card`,void 0),z([b({type:Number})],B.prototype,`x`,void 0),z([b({type:Number})],B.prototype,`y`,void 0),z([b()],B.prototype,`src`,void 0),z([S(`.hover`)],B.prototype,`box`,void 0),B=z([y(`rashin-hover-card`)],B);var Bn=.15,Vn=class extends v{static{this.styles=[w,p`
      .note {
        display: flex;
        align-items: center;
        gap: 12px;
        padding: 8px 8px 8px 14px;
        min-height: 58px;
        border-radius: 12px;
        box-shadow: var(--shadow);
        font-size: 0.92rem;
        background: var(--raised);
        color: var(--ink);
        border: 1px solid var(--line);
      }
      .note img {
        border-radius: 12px;
        background: #fff;
        margin: 0 0 0 -6px;
        flex: none;
        box-shadow: inset 0 0 0 1px rgb(20 28 40 / 12%);
      }
      .note small {
        display: block;
        color: var(--soft);
      }
      .note button {
        flex: none;
      }
      .spin {
        width: 18px;
        height: 18px;
        border: 2.5px solid var(--line);
        border-top-color: var(--accent);
        border-radius: 50%;
        animation: spin 0.8s linear infinite;
        flex: none;
      }
      @keyframes spin {
        to {
          transform: rotate(1turn);
        }
      }
    `]}constructor(){super(),this.busy=!1,this.landing=null,new D(this)}tell(e,t=null){this.dispatchEvent(new CustomEvent(e,{detail:t}))}render(){let{landing:e}=this;if(this.busy)return h`<div class="note" role="status" data-testid="landing" data-state="running">
        <i class="spin"></i><span>${T(`atlas.decoding`)}</span>
        <button class="bare" @click=${()=>this.tell(`cancel`)}>${T(`common.cancel`)}</button>
      </div>`;if(!e)return _;let{error:t,image:n}={error:e.error,image:e.render.image},r=Math.round(e.confidence*100),i=t<Bn?T(`atlas.landingNear`,{percent:r}):T(`atlas.landing`,{percent:r,distance:t.toFixed(+(t<10))});return h`<div class="note" role="status" data-testid="landing" data-state="done">
      ${n?h`<img src=${n.url} alt="" width="56" height="56" />`:_}
      <span>${i}${e.clamped?h`<small>${T(`atlas.edge`)}</small>`:_}</span>
      ${e.point===null?_:h`<button data-testid="landing-open" @click=${()=>this.tell(`open`,e.point)}>
            ${T(`atlas.recipe`)}
          </button>`}
      <button class="bare icon" aria-label=${T(`common.close`)} @click=${()=>this.tell(`cancel`)}>${C(`close`)}</button>
    </div>`}};z([b({type:Boolean})],Vn.prototype,`busy`,void 0),z([b({attribute:!1})],Vn.prototype,`landing`,void 0),Vn=z([y(`rashin-landing`)],Vn);var Hn=class extends v{static{this.styles=[w,p`
      :host {
        display: block;
        background: var(--surface);
        border: 1px solid var(--line);
        border-radius: 12px;
        box-shadow: var(--shadow-small);
        padding: 4px 6px 6px;
        max-width: 100%;
      }
      .head {
        display: flex;
        align-items: center;
        gap: 8px;
        padding-left: 8px;
        font-size: 0.84rem;
        color: var(--soft);
      }
      select {
        border: 0;
        background: none;
        font-weight: 600;
        min-height: 40px;
        color: var(--ink);
        flex: 1;
        min-width: 0;
        cursor: pointer;
      }
      option {
        background: var(--surface);
        color: var(--ink);
      }
      ul {
        list-style: none;
        margin: 0;
        padding: 0;
        max-height: 38vh;
        overflow-y: auto;
      }
      li button {
        width: 100%;
        justify-content: flex-start;
        min-height: 30px;
        padding: 0 8px;
        font-weight: 450;
        font-size: 0.86rem;
        border: 0;
        background: none;
        text-align: left;
      }
      li button[aria-pressed="true"] {
        background: var(--sunken);
        color: var(--ink);
        font-weight: 600;
      }
      li.faded button {
        color: var(--faint);
      }
      svg.dot {
        width: 11px;
        height: 11px;
        flex: none;
      }
      @media (max-width: 900px) {
        ul {
          display: none;
        }
        :host {
          padding: 2px 6px;
        }
      }
      @media (pointer: coarse) {
        li button {
          min-height: 40px;
        }
      }
    `]}constructor(){super(),this.columns=[],this.column=``,this.alone=null,new D(this)}render(){let e=this.columns.find(e=>e.id===this.column);return h`<label class="head">
        ${T(`atlas.colour`)}
        <select
          data-testid="colour"
          .value=${this.column}
          @change=${e=>this.dispatchEvent(new CustomEvent(`column`,{detail:e.target.value}))}
        >
          ${this.columns.map(e=>h`<option value=${e.id} ?selected=${e.id===this.column}>${E(e.title)}</option>`)}
        </select>
      </label>
      <ul data-testid="legend">
        ${e?.legend.map((e,t)=>{let n=this.alone===t;return h`<li class=${this.alone!==null&&!n?`faded`:``}>
            <button
              aria-pressed=${n}
              @click=${()=>this.dispatchEvent(new CustomEvent(`alone`,{detail:n?null:t}))}
            >
              <svg class="dot" viewBox="0 0 10 10" aria-hidden="true"><circle cx="5" cy="5" r="5" fill=${e.colour} /></svg
              >${E(e.title)}
            </button>
          </li>`})}
        ${this.alone===null?_:h`<li><button @click=${()=>this.dispatchEvent(new CustomEvent(`alone`,{detail:null}))}>
              ${T(`atlas.all`)}
            </button></li>`}
      </ul>`}};z([b({attribute:!1})],Hn.prototype,`columns`,void 0),z([b()],Hn.prototype,`column`,void 0),z([b({type:Number})],Hn.prototype,`alone`,void 0),Hn=z([y(`rashin-legend`)],Hn);var Un=65536;function Wn(e){if(e.byteLength<4)throw RangeError(`a frame is shorter than its header length`);let t=new DataView(e).getUint32(0,!0);if(t>Un||4+t>e.byteLength)throw RangeError(`a frame is shorter than its header says`);let n=O(JSON.parse(new TextDecoder().decode(new Uint8Array(e,4,t))),`a frame header`);return{view:A(n.view),seq:j(n.seq,-1),id:A(n.id),final:n.final!==!1,step:j(n.step),steps:j(n.steps),mime:A(n.mime,`image/png`),picture:new Uint8Array(e.slice(4+t))}}var Gn=400,Kn=class{constructor(e=`${location.origin.replace(/^http/,`ws`)}${L}/live`){this.address=e,this.socket=null,this.views=new Map,this.retries=0,this.closed=!1,this.connect()}watch(e,t){this.views.set(e,{listener:t,seq:0,inFlight:null,sentAt:0,pending:null,last:null,previews:!1,timer:void 0})}forget(e){clearTimeout(this.views.get(e)?.timer),this.views.delete(e)}ask(e,t,n=!1){let r=this.views.get(e);r&&(r.pending=t,r.previews=n,this.pump(e,r))}cancel(e){let t=this.views.get(e);t&&(clearTimeout(t.timer),t.pending=null,t.inFlight!==null&&(t.inFlight=null,t.last=null,this.socket?.close()))}close(){this.closed=!0,clearTimeout(this.retry);for(let e of this.views.values())clearTimeout(e.timer);this.views.clear(),this.socket?.close()}pump(e,t){if(clearTimeout(t.timer),t.pending===null||this.socket?.readyState!==WebSocket.OPEN)return;let n=performance.now()-t.sentAt;if(t.inFlight!==null&&n<Gn){t.timer=setTimeout(()=>this.pump(e,t),Gn-n);return}t.seq+=1,t.inFlight=t.seq,t.sentAt=performance.now(),t.last=t.pending,t.pending=null;let r=t.previews?{previews:!0}:{};this.socket.send(JSON.stringify({view:e,seq:t.seq,recipe:t.last,...r}))}connect(){if(this.closed)return;let e=new WebSocket(this.address);this.socket=e,e.binaryType=`arraybuffer`,e.addEventListener(`open`,()=>{this.retries=0;for(let[e,t]of this.views)this.pump(e,t)}),e.addEventListener(`message`,e=>this.receive(e.data)),e.addEventListener(`close`,()=>this.reconnect())}reconnect(){if(!this.closed){for(let e of this.views.values())e.inFlight!==null&&(e.pending??=e.last),e.inFlight=null;this.retries+=1,this.retry=setTimeout(()=>this.connect(),Math.min(5e3,250*2**this.retries))}}receive(e){if(e instanceof ArrayBuffer){let t=Wn(e);this.views.get(t.view)?.listener.frame(t)}else typeof e==`string`&&this.receiveState(JSON.parse(e))}receiveState(e){let t=O(e,`a live message`),n=A(t.view),r=this.views.get(n);if(!r)return;let i=A(t.state),a=j(t.seq,-1)===r.inFlight;r.listener.state?.(i),i===`done`&&a&&r.listener.done?.(A(t.id),F(t.recipe),performance.now()-r.sentAt),i===`failed`&&a&&r.listener.failed?.(nn(t.error,0)),a&&(i===`done`||i===`failed`||i===`superseded`)&&(r.inFlight=null,this.pump(n,r))}},qn=null;function V(){return qn??=new Kn,qn}var Jn=2**31,Yn=.6,Xn=()=>Math.floor(Math.random()*1e5);function Zn(e,t,n=7){return{model:e.id,prompt:t,negative:``,weighted:!1,seed:n,steps:e.steps.default,sampler:e.samplers[0]??``,guidance:e.guidance.default,width:e.size.width,height:e.size.height,scales:{},loras:{},image:null,strength:Yn,first:null,second:null,t:.5,conditioning:null,noise:null}}var Qn=(e,t,n)=>Math.min(n,Math.max(t,e)),$n=(e,t)=>e.steps.choices.length>0?e.steps.choices.includes(t)?t:e.steps.default:Qn(Math.round(t),e.steps.min,e.steps.max);function er(e,t,n){let{sizes:r}=e.size;return r?Qn(Math.round(t/r.multiple)*r.multiple,Math.ceil(r.min/r.multiple)*r.multiple,r.max):n}function tr(e,t){return{...Zn(t,e.prompt,e.seed),negative:t.negativePrompt?e.negative:``,weighted:t.promptWeighting&&e.weighted,image:t.imageToImage?e.image:null,strength:e.strength}}function nr(e,t){let n=e.steps.choices.filter(e=>e<t);if(n.length>0)return Math.max(...n);let r=Math.max(e.steps.min,Math.ceil(t/3));return e.steps.choices.length===0&&r<t?r:null}var rr=e=>Number(e.toFixed(3));function ir(e){return e.noise===null?e.first===null?null:e.second===null?`img("${e.first}")`:`interpolate(img("${e.first}"), img("${e.second}"), t=${rr(e.t)})`:e.noise}function ar(e,t){let n=Object.entries(e.loras).filter(([e,n])=>n!==0&&t.loras.some(t=>t.id===e)).map(([e,t])=>({id:e,scale:t})).sort((e,t)=>e.id<t.id?-1:1),{sizes:r}=t.size;return{...e.sampler!==(t.samplers[0]??``)&&t.samplers.includes(e.sampler)&&{sampler:e.sampler},...t.negativePrompt&&e.negative.trim()!==``&&{negative_prompt:e.negative},...t.promptWeighting&&e.weighted&&{weighted:!0},...r&&e.width!==t.size.width&&{width:e.width},...r&&e.height!==t.size.height&&{height:e.height},...t.imageToImage&&e.image!==null&&{image:e.image,strength:rr(e.strength)},...n.length>0&&{loras:n}}}function or(e,t){let n=ir(e),r=Object.entries(e.scales).filter(([e,n])=>n!==0&&t.directions.some(t=>t.id===e)).map(([e,t])=>({direction:e,scale:t})),i=t.usesWords?e.conditioning===null?{prompt:e.prompt}:{conditioning:e.conditioning}:{},a=t.steps.max>t.steps.min||t.usesWords?{steps:e.steps,guidance_scale:e.guidance}:{};return{model:e.model,...i,...n===null?{seed:e.seed}:{noise:n},...a,...r.length>0?{steering:r}:{},...ar(e,t)}}function sr(e){try{let t=JSON.parse(e);return typeof t==`string`?t:null}catch{return e===``?``:null}}var cr=/^noise\((\d+)\)$/,lr=/^img\("([0-9a-f]{64})"\)$/,ur=/^img\("([0-9a-f]{64})"(?:,\s*"([\w-]+)")?\)$/,dr=/^interpolate\(img\("([0-9a-f]{64})"\),\s*img\("([0-9a-f]{64})"\),?\s*(?:t=)?([\d.]+)?(?:,\s*along="\w+")?\)$/,fr=e=>{let t=cr.exec(e)?.[1];return t===void 0?null:Number(t)};function pr(e){let t=ur.exec(e??``);return t?.[1]===void 0?null:{sha256:t[1],method:t[2]??null}}function mr(e,t){let n=sr(e.conditioning),r=fr(e.noise),i=t.usesWords?void 0:lr.exec(e.noise)?.[1],a=t.usesWords?null:dr.exec(e.noise),o=Zn(t,n??``,r??0);return{...o,negative:e.negative_prompt??``,weighted:e.weighted===!0,steps:e.steps>0?e.steps:o.steps,sampler:e.sampler??o.sampler,guidance:Number.isFinite(e.guidance_scale)?e.guidance_scale:o.guidance,width:e.width??o.width,height:e.height??o.height,scales:Object.fromEntries(e.steering.map(e=>[e.direction,e.scale])),loras:Object.fromEntries((e.loras??[]).map(e=>[e.id,e.scale])),image:e.image??null,strength:e.strength??o.strength,conditioning:n===null?e.conditioning:null,first:i??a?.[1]??null,second:a?.[2]??null,t:a?.[3]===void 0?.5:Number(a[3]),noise:r===null&&i===void 0&&a===null?e.noise:null}}var hr=e=>String(Number(e.toFixed(3)));function gr(e,t,n){t.negative!==``&&e.set(`negative`,t.negative),t.weighted&&e.set(`weighted`,`1`),t.sampler!==(n.samplers[0]??``)&&e.set(`sampler`,t.sampler),t.width!==n.size.width&&e.set(`width`,String(t.width)),t.height!==n.size.height&&e.set(`height`,String(t.height));for(let[n,r]of Object.entries(t.loras))r!==0&&e.set(`l.${n}`,hr(r));t.image!==null&&(e.set(`image`,t.image),e.set(`strength`,hr(t.strength)))}function _r(e,t){let n=new URLSearchParams({model:e.model});t.usesWords&&n.set(`prompt`,e.prompt),n.set(`seed`,String(e.seed)),e.steps!==t.steps.default&&n.set(`steps`,String(e.steps)),e.guidance!==t.guidance.default&&n.set(`guidance`,String(e.guidance));for(let[t,r]of Object.entries(e.scales))r!==0&&n.set(`d.${t}`,hr(r));return gr(n,e,t),e.first!==null&&n.set(`a`,e.first),e.second!==null&&(n.set(`b`,e.second),n.set(`t`,hr(e.t))),e.conditioning!==null&&n.set(`conditioning`,e.conditioning),e.noise!==null&&n.set(`noise`,e.noise),n.toString()}var vr=class{constructor(e){this.search=e}text(e){return this.search.get(e)}figure(e,t,n,r){let i=this.search.get(e),a=i===null||i.trim()===``?NaN:Number(i);return Number.isFinite(a)?Qn(a,n,r):t}hash(e){let t=this.search.get(e);return t!==null&&/^[0-9a-f]{64}$/.test(t)?t:null}scales(e,t){let n={};for(let{id:r,min:i,max:a}of t){let t=this.figure(`${e}.${r}`,0,i,a);t!==0&&(n[r]=t)}return n}};function yr(e,t){let n=e.text(`sampler`),r=t.imageToImage?e.hash(`image`):null,{width:i,height:a}=t.size,o=(n,r)=>er(t,e.figure(n,r,1,1e5),r);return{negative:t.negativePrompt?e.text(`negative`)??``:``,weighted:t.promptWeighting&&e.text(`weighted`)===`1`,...n!==null&&t.samplers.includes(n)&&{sampler:n},width:o(`width`,i),height:o(`height`,a),loras:e.scales(`l`,t.loras.map(e=>({id:e.id,min:e.range.min,max:e.range.max}))),image:r,strength:e.figure(`strength`,Yn,.01,1)}}function br(e,t,n){let r=new vr(new URLSearchParams(e)),i=t.find(e=>e.id===r.text(`model`))??t[0];if(!i)return null;let a=r.hash(`a`);return{card:i,state:{...Zn(i,r.text(`prompt`)??n),seed:Math.floor(r.figure(`seed`,7,0,Jn)),steps:$n(i,r.figure(`steps`,i.steps.default,1,1e3)),guidance:r.figure(`guidance`,i.guidance.default,i.guidance.min,i.guidance.max),scales:r.scales(`d`,i.directions),...yr(r,i),first:a,second:a===null?null:r.hash(`b`),t:r.figure(`t`,.5,0,1),conditioning:r.text(`conditioning`),noise:r.text(`noise`)}}}var xr=(e,t)=>`/studio?${_r(mr(e,t),t)}`,Sr=e=>`'${e.replaceAll(`'`,`'\\''`)}'`;function Cr(e,t){return[`curl -s ${t}${e.path}`,`  -H 'Content-Type: application/json'`,`  -H 'Prefer: wait=20'`,`  -d ${Sr(JSON.stringify(e.body))}`].join(` \\
`)}function wr(e){return e==null?`None`:e===!0?`True`:e===!1?`False`:Array.isArray(e)?`[${e.map(wr).join(`, `)}]`:typeof e==`object`?`{${Object.entries(e).map(([e,t])=>`${JSON.stringify(e)}: ${wr(t)}`).join(`, `)}}`:JSON.stringify(e)}function Tr(e,t){return`import json, urllib.request

request = urllib.request.Request(
    ${JSON.stringify(t+e.path)},
    data=json.dumps(${wr(e.body)}).encode(),
    headers={"Content-Type": "application/json", "Prefer": "wait=20"},
)
render = json.load(urllib.request.urlopen(request))
urllib.request.urlretrieve(${JSON.stringify(t)} + render["image"]["url"], "picture.png")
`}var Er=class extends v{static{this.styles=[w,p`
      :host {
        display: flex;
        flex-wrap: wrap;
        gap: 6px;
      }
      button {
        font-size: 0.83rem;
        font-weight: 500;
        color: var(--soft);
        padding: 0 10px;
      }
    `]}constructor(){super(),this.call=null,this.copied=null,new D(this)}async copy(e){if(!this.call)return;let t=e===`curl`?Cr:Tr;await navigator.clipboard.writeText(t(this.call,location.origin)),this.copied=e,setTimeout(()=>{this.copied=null},1600)}render(){let e=(e,t)=>h`<button data-testid="copy-${e}" ?disabled=${!this.call} @click=${()=>void this.copy(e)}>
        ${C(`copy`)}${this.copied===e?T(`common.copied`):t}
      </button>`;return h`${e(`curl`,T(`common.copyCurl`))}${e(`python`,T(`common.copyPython`))}
      <span class="off" role="status">${this.copied?T(`common.copied`):``}</span>`}};z([b({attribute:!1})],Er.prototype,`call`,void 0),z([x()],Er.prototype,`copied`,void 0),Er=z([y(`rashin-copy-call`)],Er);var Dr=p`
  :host {
    min-height: 0;
  }
  section {
    display: flex;
    flex-direction: column;
    gap: 14px;
    padding: 16px;
    background: var(--surface);
    border: 1px solid var(--line);
    border-radius: var(--radius);
    box-shadow: var(--shadow);
    max-height: 100%;
    overflow-y: auto;
    overscroll-behavior: contain;
    pointer-events: auto;
  }
  .top {
    position: relative;
    display: flex;
    flex-direction: column;
    gap: 12px;
  }
  .frame {
    position: relative;
    width: 100%;
    aspect-ratio: 1;
    border-radius: 14px;
    overflow: hidden;
    border: 1px solid var(--line);
    background: #fff;
  }
  .under,
  rashin-picture {
    position: absolute;
    inset: 0;
    border-radius: 0;
  }
  .under {
    box-shadow: none;
  }
  rashin-picture:not(.drawn) {
    visibility: hidden;
  }
  .close {
    position: absolute;
    top: 8px;
    right: 8px;
    border-radius: 50%;
    background: rgb(255 255 255 / 88%);
    color: #141c28;
  }
  h1 {
    margin: 0;
    font-size: 1.22rem;
    line-height: 1.25;
    letter-spacing: -0.012em;
    text-wrap: balance;
    overflow-wrap: anywhere;
  }
  p {
    margin: 3px 0 0;
  }
  .prompt {
    overflow-wrap: anywhere;
    color: var(--ink);
  }
  .torn {
    display: inline-flex;
    gap: 6px;
    align-items: center;
    margin-top: 8px;
    color: var(--warn);
    font-size: 0.86rem;
    font-weight: 550;
    cursor: help;
  }
  .choosing {
    margin: -4px 0 0;
    color: var(--accent);
    font-weight: 550;
  }
  .row {
    display: grid;
    grid-template-columns: repeat(5, 1fr);
    gap: 7px;
    margin-top: 7px;
  }
  .row button {
    padding: 0;
    min-width: 0;
    border: 0;
    background: none;
    border-radius: 22%;
    display: block;
  }
  .row button:hover {
    box-shadow: 0 0 0 2.5px var(--accent);
  }
  .acts {
    display: grid;
    grid-template-columns: 1fr 1fr;
    gap: 7px;
  }
  .acts > * {
    padding: 0 8px;
    white-space: nowrap;
  }
  .wide {
    grid-column: 1 / -1;
    background: var(--accent);
    border-color: var(--accent);
    color: var(--accent-ink);
  }
  .wide:hover {
    background: var(--accent);
    filter: brightness(1.07);
  }
  h3 + rashin-strip {
    margin-top: -7px;
  }
  @media (max-width: 720px) {
    section {
      border-radius: 18px 18px 0 0;
      border-width: 1px 0 0;
      padding: 14px 14px calc(14px + env(safe-area-inset-bottom));
      gap: 12px;
    }
    .top {
      flex-direction: row;
      padding-right: 44px;
    }
    .frame {
      width: 104px;
      flex: none;
    }
    .close {
      background: var(--sunken);
      color: var(--ink);
      top: -4px;
      right: -4px;
    }
    .row {
      grid-template-columns: repeat(15, 46px);
      overflow-x: auto;
      padding: 3px;
      margin: 4px -3px -3px;
    }
  }
`,Or=512,kr=2048,Ar=class extends v{constructor(...e){super(...e),this.label=``,this.sequence=0,this.shown=0}static{this.styles=p`
    :host {
      display: block;
      position: relative;
      aspect-ratio: var(--ratio, 1);
      border-radius: 7%;
      background: #fff;
      overflow: hidden;
    }
    canvas {
      display: block;
      width: 100%;
      height: 100%;
    }
  `}async show(e){this.sequence+=1;let t=this.sequence,n=await createImageBitmap(e);if(await this.updateComplete,t>this.shown){this.shown=t;let e=this.canvas.getContext(`2d`);if(e){let t=Math.max(n.width,n.height),r=Math.min(kr,Math.max(Or,t))/t,[i,a]=[Math.round(n.width*r),Math.round(n.height*r)];this.canvas.width!==i&&(this.canvas.width=i),this.canvas.height!==a&&(this.canvas.height=a),e.imageSmoothingEnabled=!0,e.imageSmoothingQuality=`high`,e.drawImage(n,0,0,i,a)}this.canvas.dataset.sequence=String(Number(this.canvas.dataset.sequence??0)+1)}n.close()}render(){return h`<canvas
      width=${Or}
      height=${Or}
      role="img"
      aria-label=${this.label}
      data-testid="picture"
      data-sequence="0"
    ></canvas>`}};z([b()],Ar.prototype,`label`,void 0),z([S(`canvas`)],Ar.prototype,`canvas`,void 0),Ar=z([y(`rashin-picture`)],Ar);var jr=class extends v{static{this.styles=[w,p`
      :host {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(52px, 1fr));
        gap: 7px;
      }
      :host(.six) {
        grid-template-columns: repeat(6, 1fr);
      }
      :host(.seven) {
        grid-template-columns: repeat(7, 1fr);
        gap: 4px;
      }
      :host(.seven) .take {
        border-radius: 9px;
      }
      .tile {
        position: relative;
        aspect-ratio: 1;
      }
      .take {
        padding: 0;
        min-width: 0;
        min-height: 0;
        width: 100%;
        height: 100%;
        border-radius: 12px;
        overflow: hidden;
        background: var(--sunken);
        border-color: var(--line);
      }
      .take:hover:not(:disabled) {
        border-color: var(--accent);
        box-shadow: 0 0 0 1px var(--accent);
      }
      img {
        width: 100%;
        height: 100%;
        object-fit: cover;
      }
      .pin {
        position: absolute;
        right: 3px;
        top: 3px;
        min-width: 28px;
        min-height: 28px;
        width: 28px;
        padding: 0;
        border: 0;
        border-radius: 9px;
        background: rgb(255 255 255 / 82%);
        color: #141c28;
        opacity: 0;
      }
      .pin svg {
        width: 15px;
        height: 15px;
      }
      .pin.on {
        background: #141c28;
        color: #fff;
      }
      .tile:hover .pin,
      .pin:focus-visible,
      .pin.on {
        opacity: 1;
      }
      @media (hover: none) {
        .pin {
          opacity: 1;
        }
      }
      .empty {
        width: 100%;
        height: 100%;
        animation: breathe 1.2s infinite alternate;
        background: var(--line);
      }
      @keyframes breathe {
        to {
          opacity: 0.35;
        }
      }
    `]}constructor(){super(),this.name=`strip`,this.recipes=[],this.titles=[],this.pins=null,this.urls=[],this.made=[],this.asked=[],new D(this)}disconnectedCallback(){super.disconnectedCallback(),this.release()}willUpdate(e){e.has(`name`)&&e.get(`name`)!==void 0&&this.release(),(e.has(`recipes`)||e.has(`name`))&&this.begin()}release(){for(let e of this.asked.keys())V().forget(`${this.name}-${e}`);this.asked=[];for(let e of this.urls)e&&URL.revokeObjectURL(e);this.urls=[]}begin(){let{length:e}=this.recipes;for(let t=e;t<this.asked.length;t+=1)V().forget(`${this.name}-${t}`);this.asked.length=Math.min(this.asked.length,e),this.made.length=this.asked.length,this.urls=this.recipes.map((e,t)=>this.urls[t]??``),this.recipes.forEach((e,t)=>{let n=JSON.stringify(e);this.asked[t]!==n&&(this.asked[t]===void 0&&this.watch(t),this.asked[t]=n,this.made[t]=null,V().ask(`${this.name}-${t}`,e))})}watch(e){V().watch(`${this.name}-${e}`,{frame:t=>{if(!t.final)return;let n=URL.createObjectURL(new Blob([t.picture],{type:t.mime})),r=this.urls[e];this.urls=this.urls.with(e,n),r&&setTimeout(()=>URL.revokeObjectURL(r),500)},done:(t,n)=>{this.made[e]=n},failed:e=>this.dispatchEvent(new CustomEvent(`problem`,{detail:e}))})}render(){return this.recipes.map((e,t)=>{let n=this.urls[t],r=this.titles[t]??String(t+1);return h`<div class="tile"><button
        class="take"
        data-testid="${this.name}-${t}"
        aria-label=${n?r:T(`common.loading`)}
        title=${r}
        ?disabled=${!n}
        @click=${()=>this.dispatchEvent(new CustomEvent(`take`,{detail:{index:t,recipe:this.made[t]??null}}))}
      >
        ${n?h`<img src=${n} alt="" />`:h`<span class="empty"></span>`}
      </button>${this.pin(t,r)}</div>`})}pin(e,t){if(this.pins===null)return _;let n=this.pins[e]===!0,r=T(n?`studio.unpin`:`studio.pin`,{title:t});return h`<button
      class="pin ${n?`on`:``}"
      data-testid="pin-${e}"
      aria-pressed=${n}
      aria-label=${r}
      title=${r}
      @click=${()=>this.dispatchEvent(new CustomEvent(`pin`,{detail:e}))}
    >
      ${C(n?`lock`:`unlock`)}
    </button>`}};z([b()],jr.prototype,`name`,void 0),z([b({attribute:!1})],jr.prototype,`recipes`,void 0),z([b({attribute:!1})],jr.prototype,`titles`,void 0),z([b({attribute:!1})],jr.prototype,`pins`,void 0),z([x()],jr.prototype,`urls`,void 0),jr=z([y(`rashin-strip`)],jr);var Mr=`atlas-card`,Nr=.8,Pr=7,H=class extends v{static{this.styles=[w,Dr]}constructor(){super(),this.map=null,this.model=null,this.card=null,this.other=null,this.choosing=!1,this.late=new Map,this.like=null,this.drawn=!1,this.pair=null,new D(this)}connectedCallback(){super.connectedCallback(),V().watch(Mr,{frame:e=>{e.final&&(this.drawn=!0,this.picture?.show(new Blob([e.picture],{type:e.mime})))}})}disconnectedCallback(){super.disconnectedCallback(),V().forget(Mr)}willUpdate(e){e.has(`card`)&&e.get(`card`)?.n!==this.card?.n&&(this.like=null,this.drawn=!1)}updated(e){e.has(`card`)&&this.card?.recipe&&V().ask(Mr,Fr(this.card.recipe))}enter(){this.renderRoot.querySelector(`[data-testid=like]`)?.focus()}tell(e,t=null){this.dispatchEvent(new CustomEvent(e,{detail:t}))}moreLikeThis(e){this.like=Array.from({length:6},(t,n)=>({...Fr(e),noise:`vary(${e.noise}, amount=${Number((.35+.1*n).toFixed(2))}, seed=${n+1})`}))}between(e,t){return Array.from({length:Pr},(n,r)=>{let i=Number((r/6).toFixed(3));return i===0?Fr(e):i===1?Fr(t):{...Fr(e),...e.conditioning!==``&&{conditioning:`interpolate(${e.conditioning}, ${t.conditioning}, t=${i})`},noise:`interpolate(${e.noise}, ${t.noise}, t=${i})`}})}take(e){let{recipe:t}=e.detail;t&&this.model&&(history.pushState(null,``,xr(t,this.model)),window.dispatchEvent(new PopStateEvent(`popstate`)))}render(){let{card:e}=this;if(!e)return _;let t=e.recipe;return h`<section data-testid="card" aria-label=${E(e.title)}>
      <div class="top">
        <div class="frame">
          <rashin-thumb class="under" .map=${this.map} .n=${e.n} .src=${e.image}></rashin-thumb>
          <rashin-picture class=${this.drawn?`drawn`:``} label=${E(e.title)}></rashin-picture>
        </div>
        <div class="head">
          <h1>${this.title_(e)}</h1>
          ${this.words(e)}
          ${t?this.recipeLine(t):_}
          ${e.distortion>Nr?h`<p class="torn" title=${T(`atlas.distortionHelp`,{percent:Math.round(e.distortion*100)})}>
                ${C(`warp`)}${T(`atlas.distortion`)}
              </p>`:_}
        </div>
        <button class="bare icon close" aria-label=${T(`common.close`)} @click=${()=>this.tell(`close`)}>
          ${C(`close`)}
        </button>
      </div>
      ${this.neighbours(e)}
      ${t?h`<div class="acts">
            <button data-testid="like" @click=${()=>this.moreLikeThis(t)}>${C(`spark`)}${T(`atlas.like`)}</button>
            <button
              data-testid="between"
              aria-pressed=${this.choosing}
              @click=${()=>this.tell(`choose`)}
            >
              ${C(`between`)}${T(`atlas.between`)}
            </button>
            ${this.model?h`<a class="button wide" data-testid="open-studio" href=${xr(t,this.model)}
                  >${T(`atlas.studio`)}</a
                >`:_}
          </div>`:_}
      ${this.choosing?h`<p class="quiet choosing">${T(`atlas.pickSecond`)}</p>`:_}
      ${this.like?h`<h3>${T(`atlas.like`)}</h3>
            <rashin-strip class="six" name="like" .recipes=${this.like} @take=${this.take}></rashin-strip>`:_}
      ${this.betweenStrip(t)}
      ${t?h`<rashin-copy-call
            .call=${{path:`/api/v1/renders`,body:{recipe:Fr(t)}}}
          ></rashin-copy-call>`:_}
    </section>`}betweenStrip(e){let t=this.other?.recipe;return!e||!t||!this.card||!this.other?_:h`<h3>${E(this.card.title)} → ${E(this.other.title)}</h3>
      <rashin-strip
        class="seven"
        name="between"
        .recipes=${this.kept(e,t)}
        @take=${this.take}
      ></rashin-strip>`}kept(e,t){return(this.pair?.a!==e||this.pair.b!==t)&&(this.pair={a:e,b:t,list:this.between(e,t)}),this.pair.list}joined(e){return this.map!==null&&e.n>=this.map.count}title_(e){return this.joined(e)?T(`atlas.onlyOurs`):E(e.title)}words(e){let t=[...new Set(e.prompt.match(/"[^"]+"/g)??[])].map(e=>e.slice(1,-1)),n=this.joined(e)&&t.length>0?t.slice(0,4).join(` + `):e.prompt;return n===``||n===e.title.en?_:h`<p class="prompt">${n}</p>`}recipeLine(e){let t=/^noise\((\d+)\)$/.exec(e.noise)?.[1];return h`<p class="quiet recipe">${[e.model,...t===void 0?[]:[T(`atlas.seed`,{seed:t})],...e.steps>0?[T(`atlas.steps`,{n:e.steps})]:[]].join(` · `)}</p>`}neighbours(e){return e.neighbours.length===0?_:h`<div>
      <h3>${T(`atlas.neighbours`)}</h3>
      <div class="row" data-testid="neighbours">
        ${e.neighbours.slice(0,15).map(e=>h`<button
            title=${Number.isNaN(e.similarity)?_:e.similarity.toFixed(2)}
            aria-label="${T(`atlas.neighbours`)} ${e.n}"
            @click=${()=>this.tell(`walk`,e.n)}
          >
            <rashin-thumb .map=${this.map} .n=${e.n} .src=${this.late.get(e.n)??null}></rashin-thumb>
          </button>`)}
      </div>
    </div>`}};z([b({attribute:!1})],H.prototype,`map`,void 0),z([b({attribute:!1})],H.prototype,`model`,void 0),z([b({attribute:!1})],H.prototype,`card`,void 0),z([b({attribute:!1})],H.prototype,`other`,void 0),z([b({type:Boolean})],H.prototype,`choosing`,void 0),z([b({attribute:!1})],H.prototype,`late`,void 0),z([x()],H.prototype,`like`,void 0),z([x()],H.prototype,`drawn`,void 0),z([S(`rashin-picture`)],H.prototype,`picture`,void 0),H=z([y(`rashin-map-card`)],H);function Fr(e){return{model:e.model,...e.conditioning!==``&&{conditioning:e.conditioning},noise:e.noise,...e.steps>0&&{steps:e.steps},...Number.isFinite(e.guidance_scale)&&{guidance_scale:e.guidance_scale},...e.steering.length>0&&{steering:e.steering}}}var Ir=.75,Lr=class extends v{static{this.styles=[w,p`
      .zoom {
        display: flex;
        flex-direction: column;
        background: var(--surface);
        border: 1px solid var(--line);
        border-radius: 12px;
        box-shadow: var(--shadow-small);
        overflow: hidden;
      }
      .zoom button {
        border: 0;
        border-radius: 0;
        background: none;
      }
      .zoom button:hover {
        background: var(--sunken);
      }
      .zoom button + button {
        border-top: 1px solid var(--line);
      }
      @media (max-width: 720px) {
        .keys {
          display: none;
        }
      }
    `]}constructor(){super(),new D(this)}tell(e,t=null){this.dispatchEvent(new CustomEvent(e,{detail:t}))}render(){return h`<div class="zoom">
      <button class="icon" aria-label=${T(`atlas.zoomIn`)} @click=${()=>this.tell(`zoom`,Ir)}>${C(`plus`)}</button>
      <button class="icon" aria-label=${T(`atlas.zoomOut`)} @click=${()=>this.tell(`zoom`,-.75)}>${C(`minus`)}</button>
      <button class="icon" aria-label=${T(`atlas.home`)} @click=${()=>this.tell(`home`)}>${C(`home`)}</button>
      <button class="icon keys" aria-label=${T(`atlas.help`)} @click=${()=>this.tell(`keys`)}>${C(`help`)}</button>
    </div>`}};Lr=z([y(`rashin-map-corner`)],Lr);var Rr=10,zr=class extends v{static{this.styles=[w,p`
      :host {
        display: block;
      }
      label {
        display: flex;
        align-items: center;
        gap: 9px;
        height: 46px;
        padding: 0 4px 0 14px;
        background: var(--surface);
        border: 1px solid var(--line);
        border-radius: 12px;
        box-shadow: var(--shadow-small);
      }
      label:focus-within {
        border-color: var(--accent);
        box-shadow:
          0 0 0 1px var(--accent),
          var(--shadow-small);
      }
      label > svg {
        color: var(--faint);
      }
      input {
        flex: 1;
        min-width: 0;
        border: 0;
        background: none;
        outline: none;
        height: 100%;
      }
      input:focus-visible {
      outline: none;
    }
      input::placeholder {
        color: var(--faint);
        opacity: 1;
      }
      input::-webkit-search-cancel-button {
        display: none;
      }
      .best {
        margin-top: 6px;
        padding: 11px 12px 12px;
        background: var(--surface);
        border: 1px solid var(--line);
        border-radius: 12px;
        box-shadow: var(--shadow-small);
      }
      .row {
        display: grid;
        grid-template-columns: repeat(5, 1fr);
        gap: 7px;
        margin-top: 8px;
      }
      .row button {
        padding: 0;
        min-width: 0;
        border: 0;
        background: none;
        border-radius: 22%;
        display: block;
      }
      .row button:hover {
        box-shadow: 0 0 0 2.5px var(--accent);
      }
      .bar {
        height: 2px;
        margin: -2px 12px 0;
        border-radius: 2px;
        background: var(--accent);
        transform-origin: left;
        animation: sweep 0.9s infinite;
        position: relative;
      }
      @keyframes sweep {
        from {
          transform: scaleX(0);
        }
        to {
          transform: scaleX(1);
          opacity: 0;
        }
      }
      @media (max-width: 620px) {
        .row {
          grid-template-columns: repeat(10, 44px);
          overflow-x: auto;
          padding: 3px;
          margin: 5px -3px -3px;
        }
      }
    `]}constructor(){super(),this.map=null,this.best=null,this.words=``,this.busy=!1,new D(this)}focus(){this.input.focus(),this.input.select()}tell(e,t){this.dispatchEvent(new CustomEvent(e,{detail:t}))}clear(){this.tell(`words`,``),this.input.value=``,this.input.blur()}render(){let{best:e,words:t}=this;return h`<label>
        ${C(`search`)}<span class="off">${T(`atlas.search`)}</span>
        <input
          type="search"
          data-testid="search"
          autocomplete="off"
          spellcheck="false"
          maxlength="2000"
          placeholder=${T(`atlas.search`)}
          .value=${t}
          @input=${()=>this.tell(`words`,this.input.value)}
          @keydown=${e=>{e.key===`Enter`&&!e.isComposing&&this.tell(`go`,null),e.key===`Escape`&&this.clear(),e.stopPropagation()}}
        />
        ${t===``?_:h`<button class="bare icon" aria-label=${T(`atlas.searchClear`)} @click=${()=>this.clear()}>
              ${C(`close`)}
            </button>`}
      </label>
      ${this.busy?h`<div class="bar"></div>`:_}
      ${e===null||t===``?_:h`<div class="best" data-testid="results">
            <h3>${e.length>0?T(`atlas.best`,{words:t}):T(`atlas.searchNone`)}</h3>
            <div class="row">
              ${e.slice(0,Rr).map((e,t)=>h`<button
                  aria-label="${t+1} · ${Math.round(e.score*100)} %"
                  @click=${()=>this.tell(`pick`,e.n)}
                >
                  <rashin-thumb .map=${this.map} .n=${e.n}></rashin-thumb>
                </button>`)}
            </div>
          </div>`}`}};z([b({attribute:!1})],zr.prototype,`map`,void 0),z([b({attribute:!1})],zr.prototype,`best`,void 0),z([b()],zr.prototype,`words`,void 0),z([b({type:Boolean})],zr.prototype,`busy`,void 0),z([S(`input`)],zr.prototype,`input`,void 0),zr=z([y(`rashin-map-search`)],zr);var Br=class extends v{static{this.styles=w}constructor(){super(),this.card=null,this.regions=[],new D(this)}render(){let{card:e,regions:t}=this;return h`<div class="off">
      <p aria-live="polite">${e?[E(e.title),t[0]].filter(Boolean).join(`. `):``}</p>
      <section aria-label=${T(`atlas.regions`)}>
        <ul>${t.map(e=>h`<li>${e}</li>`)}</ul>
      </section>
    </div>`}};z([b({attribute:!1})],Br.prototype,`card`,void 0),z([b({attribute:!1})],Br.prototype,`regions`,void 0),Br=z([y(`rashin-map-words`)],Br);var Vr=class extends v{static{this.styles=[w,p`
      .box {
        display: flex;
        gap: 10px 12px;
        align-items: center;
        flex-wrap: wrap;
        padding: 11px 12px 11px 15px;
        background: var(--raised);
        border: 1px solid var(--line);
        border-left: 3px solid var(--accent);
        border-radius: var(--radius-small);
        box-shadow: var(--shadow-small);
      }
      p {
        margin: 0;
        flex: 1 1 200px;
        overflow-wrap: anywhere;
        font-size: 0.92rem;
      }
      small {
        display: block;
        color: var(--soft);
        font-size: 0.87rem;
      }
    `]}constructor(){super(),this.problem=null,this.retry=!1,new D(this)}render(){let{problem:e}=this;if(!e)return _;let t=e.code===`offline`;return h`<div class="box" role="alert" data-testid="notice">
      <p>
        ${t?T(`status.offline`):e.message||T(`common.error`)}
        <small>${t?T(`common.offlineHint`):e.hint}</small>
      </p>
      ${this.retry?h`<button @click=${()=>this.dispatchEvent(new Event(`retry`))}>${T(`common.retry`)}</button>`:_}
      <button
        class="bare icon"
        aria-label=${T(`common.close`)}
        @click=${()=>this.dispatchEvent(new Event(`dismiss`))}
      >
        ${C(`close`)}
      </button>
    </div>`}};z([b({attribute:!1})],Vr.prototype,`problem`,void 0),z([b({type:Boolean})],Vr.prototype,`retry`,void 0),Vr=z([y(`rashin-notice`)],Vr);var Hr=class extends Error{};function Ur(e,t,n){let r=e.createProgram();for(let[i,a]of[[e.VERTEX_SHADER,t],[e.FRAGMENT_SHADER,n]]){let t=e.createShader(i);if(!t)throw new Hr(`the graphics context is lost`);if(e.shaderSource(t,`#version 300 es\nprecision highp float;\n${a}`),e.compileShader(t),!e.getShaderParameter(t,e.COMPILE_STATUS)&&!e.isContextLost())throw new Hr(e.getShaderInfoLog(t)??`a shader does not compile`);e.attachShader(r,t)}if(e.linkProgram(r),!e.getProgramParameter(r,e.LINK_STATUS)&&!e.isContextLost())throw new Hr(e.getProgramInfoLog(r)??`a shader program does not link`);return r}function Wr(e,t,n){let r=e.createBuffer();return e.bindBuffer(e.ARRAY_BUFFER,r),e.bufferData(e.ARRAY_BUFFER,t,n),r}function Gr(e,t,n,r){e.enableVertexAttribArray(t),e.vertexAttribPointer(t,1,n,r,0,0)}function Kr(e){let t=Number.parseInt(e.replace(`#`,``).slice(0,6),16);return Number.isNaN(t)?[136,136,136]:[t>>16&255,t>>8&255,t&255]}var qr=(e,t=4)=>String(Number(e.toFixed(t)));function Jr(e,t){let n=e.get(t);if(n===null||n.trim()===``)return null;let r=Number(n);return Number.isFinite(r)?r:null}function Yr(e){let t=new URLSearchParams(e),[n,r,i]=[Jr(t,`x`),Jr(t,`y`),Jr(t,`z`)],a=Jr(t,`n`);return{camera:n!==null&&r!==null&&i!==null?{x:n,y:r,zoom:i}:null,colour:t.get(`colour`),point:a!==null&&Number.isInteger(a)&&a>=0?a:null,words:t.get(`q`)??``}}function Xr(e){let t=new URLSearchParams;return e.camera&&(t.set(`x`,qr(e.camera.x)),t.set(`y`,qr(e.camera.y)),t.set(`z`,qr(e.camera.zoom,2))),e.colour!==null&&t.set(`colour`,e.colour),e.point!==null&&t.set(`n`,String(e.point)),e.words!==``&&t.set(`q`,e.words),t.toString()}function Zr(e){let t=new URLSearchParams(location.search).get(`lang`),n=[e,t===null?``:`lang=${t}`].filter(e=>e!==``),r=n.length>0?`${location.pathname}?${n.join(`&`)}`:location.pathname;r!==location.pathname+location.search&&history.replaceState(history.state,``,r)}var Qr=180,$r=400,ei=class{constructor(e){this.handlers=e,this.abort=new AbortController}look(e,t){this.stop();let n=t.trim();n===``?(this.handlers.busy(!1),this.handlers.found(null)):this.timer=setTimeout(()=>void this.ask(e,n),Qr)}stop(){clearTimeout(this.timer),this.abort.abort()}async ask(e,t){this.abort=new AbortController;let{signal:n}=this.abort;this.handlers.busy(!0);try{let r=await En(e,t,$r,n);n.aborted||this.handlers.found(r)}catch(r){n.aborted||this.handlers.failed(r,()=>void this.ask(e,t))}n.aborted||this.handlers.busy(!1)}};function ti(e,t){let n=new Uint8Array(t),r=e[0]?.score??1,i=e.at(-1)?.score??0;for(let{n:t,score:a}of e)n[t]=40+Math.round(215*(a-i)/(r-i||1));return n}var ni=2e3,ri=null;async function ii(e){for(;ri===null;)try{ri=await sn()}catch{if(e.aborted)return[];await new Promise(e=>setTimeout(e,ni))}return ri}var ai=14,oi=5e3,si=class{constructor(e,t,n){this.gl=e,this.url=t,this.arrived=n,this.tiles=new Map,this.clock=0,this.destroyed=!1}get(e,t){let n=`${e}/${t}`,r=this.tiles.get(n),i=r&&r.failedAt>0&&performance.now()-r.failedAt>oi;return(!r||i)&&(r={texture:null,used:0,failedAt:0},this.tiles.set(n,r),this.load(r,e,t)),this.clock+=1,r.used=this.clock,r.texture}destroy(){this.destroyed=!0;for(let e of this.tiles.values())this.gl.deleteTexture(e.texture);this.tiles.clear()}async load(e,t,n){try{let r=await fetch(this.url(t,n));if(!r.ok)throw Error(String(r.status));let i=await createImageBitmap(await r.blob());this.destroyed||this.upload(e,i),i.close()}catch{e.failedAt=performance.now()}}upload(e,t){let{gl:n}=this;e.texture=n.createTexture(),n.bindTexture(n.TEXTURE_2D,e.texture),n.texImage2D(n.TEXTURE_2D,0,n.RGBA,n.RGBA,n.UNSIGNED_BYTE,t),n.texParameteri(n.TEXTURE_2D,n.TEXTURE_MIN_FILTER,n.LINEAR),n.texParameteri(n.TEXTURE_2D,n.TEXTURE_MAG_FILTER,n.LINEAR),n.texParameteri(n.TEXTURE_2D,n.TEXTURE_WRAP_S,n.CLAMP_TO_EDGE),n.texParameteri(n.TEXTURE_2D,n.TEXTURE_WRAP_T,n.CLAMP_TO_EDGE),this.dropOldest(),this.arrived()}dropOldest(){let e=[...this.tiles.entries()].filter(([,e])=>e.texture);e.sort(([,e],[,t])=>e.used-t.used);for(let[t,n]of e.slice(0,Math.max(0,e.length-ai)))this.gl.deleteTexture(n.texture),this.tiles.delete(t)}},ci=-.5,li=.94,ui=.015,di=e=>Math.min(9,Math.max(ci,e));function fi(e,t){let n=e.slice().sort(),r=Math.floor(n.length*t);return[n[r]??0,n[n.length-1-r]??0]}function pi(e,t,n,r){if(n.length===0)return{x:(e.x_min+e.x_max)/2,y:(e.y_min+e.y_max)/2,zoom:0};let[i,a]=fi(n,ui),[o,s]=fi(r,ui),c=mi(e,t,0),l=Math.max((a-i)*c,1),u=Math.max((s-o)*c,1),d=Math.log2(Math.min(t.width/l,t.height/u)*.86);return{x:(i+a)/2,y:(o+s)/2,zoom:Math.min(2,Math.max(0,d))}}function mi(e,t,n){let r=Math.max(e.x_max-e.x_min,1e-9),i=Math.max(e.y_max-e.y_min,1e-9);return li*Math.min(t.width/r,t.height/i)*2**n}function hi(e,t,n,r,i){return[(r-e.x)*t+n.width/2,(e.y-i)*t+n.height/2]}function gi(e,t,n,r,i){return[(r-n.width/2)/t+e.x,e.y-(i-n.height/2)/t]}function _i(e,t,n,r,i,a){let[o,s]=gi(e,mi(t,n,e.zoom),n,r,i),c=di(e.zoom+a),l=mi(t,n,c);return yi({x:o-(r-n.width/2)/l,y:s+(i-n.height/2)/l,zoom:c},t)}function vi(e,t,n,r,i){let a=mi(t,n,e.zoom);return yi({x:e.x-r/a,y:e.y+i/a,zoom:e.zoom},t)}function yi(e,t){return{x:Math.min(t.x_max,Math.max(t.x_min,e.x)),y:Math.min(t.y_max,Math.max(t.y_min,e.y)),zoom:di(e.zoom)}}function bi(e,t,n,r){let i=r<.5?4*r**3:1-(-2*r+2)**3/2,a=Math.max(n.x_max-n.x_min,n.y_max-n.y_min,1e-9),o=Math.hypot(t.x-e.x,t.y-e.y)/a*2**Math.min(e.zoom,t.zoom),s=Math.min(2,Math.max(0,Math.log2(1+o)-.4))*Math.sin(Math.PI*i);return{x:e.x+(t.x-e.x)*i,y:e.y+(t.y-e.y)*i,zoom:di(e.zoom+(t.zoom-e.zoom)*i-s)}}var xi=5,Si=450,Ci=.0032;function wi(e,t){let n=new Map,r=0,i=0,a=!1,o=new AbortController,{signal:s}=o,c=t=>{let n=e.getBoundingClientRect();return{x:t.clientX-n.left,y:t.clientY-n.top}},l=()=>{let[e,t]=[...n.values()];return e&&t?{gap:Math.hypot(e.x-t.x,e.y-t.y),x:(e.x+t.x)/2,y:(e.y+t.y)/2}:null};e.addEventListener(`pointerdown`,t=>{t.button===0&&(e.setPointerCapture(t.pointerId),n.set(t.pointerId,c(t)),n.size===1?(r=0,i=performance.now(),a=!1):a=!0)},{signal:s}),e.addEventListener(`pointermove`,e=>{let i=n.get(e.pointerId),a=c(e);if(!i){e.pointerType!==`touch`&&t.hover(a.x,a.y);return}let o=l(),[s,u]=[a.x-i.x,a.y-i.y];i.x=a.x,i.y=a.y;let d=l();if(o&&d){t.pan(d.x-o.x,d.y-o.y),o.gap>0&&d.gap>0&&t.zoom(d.x,d.y,Math.log2(d.gap/o.gap));return}let f=r<=xi;r+=Math.hypot(s,u),r>xi&&(f&&t.hold(!0),t.pan(s,u))},{signal:s});let u=(e,o)=>{if(!n.delete(e.pointerId)||n.size>0||(t.hold(!1),o||a||r>xi))return;let{x:s,y:l}=c(e),u=performance.now()-i>Si;t.tap(s,l,e.pointerType===`touch`,e.shiftKey||u&&e.pointerType===`touch`)};return e.addEventListener(`pointerup`,e=>u(e,!1),{signal:s}),e.addEventListener(`pointercancel`,e=>u(e,!0),{signal:s}),e.addEventListener(`pointerleave`,()=>t.leave(),{signal:s}),e.addEventListener(`contextmenu`,e=>e.preventDefault(),{signal:s}),e.addEventListener(`wheel`,e=>{e.preventDefault();let{x:n,y:r}=c(e),i=e.deltaMode===1?e.deltaY*33:e.deltaY,a=e.ctrlKey?3:1;t.zoom(n,r,Math.max(-1.2,Math.min(1.2,-i*Ci*a)))},{signal:s,passive:!1}),()=>o.abort()}var Ti=.25;function Ei(e){let t=new Uint32Array(e);for(let n=0;n<e;n+=1)t[n]=n;let n=2654435769;for(let r=e-1;r>0;--r){n=Math.imul(n,1664525)+1013904223>>>0;let e=n%(r+1),i=t[r]??0;t[r]=t[e]??0,t[e]=i}return t}function Di(e,t,n,r,i,a=Ei(e.length)){let o=new Float32Array(e.length).fill(255),s=a,c=[];for(let a=r;a<=i&&s.length>0;a+=Ti){let r=n(a),i=new Map,l=(e,t)=>e*67108859+t,u=n=>{let a=l(Math.floor((e[n]??0)/r),Math.floor((t[n]??0)/r)),o=i.get(a);o?o.push(n):i.set(a,[n])},d=n=>{let a=e[n]??0,o=t[n]??0,s=Math.floor(a/r),c=Math.floor(o/r);for(let n=-1;n<=1;n+=1)for(let u=-1;u<=1;u+=1)for(let d of i.get(l(s+n,c+u))??[])if(Math.abs((e[d]??0)-a)<r&&Math.abs((t[d]??0)-o)<r)return!0;return!1};for(let e of c)u(e);s=s.filter(e=>d(e)?!0:(o[e]=a,c.push(e),u(e),!1))}return o}function Oi(e,t){let n=[];return e.map(e=>{let r=n.every(n=>e.x+e.width+t<=n.x||n.x+n.width+t<=e.x||e.y+e.height+t<=n.y||n.y+n.height+t<=e.y);return r&&n.push(e),r})}var ki=22,Ai=30,ji=36e3,Mi=class{constructor(e){this.host=e,this.pool=new Map,this.ruler=document.createElement(`canvas`).getContext(`2d`),this.widths=new Map,this.layers=[];let t=getComputedStyle(document.documentElement);this.ruler&&(this.ruler.font=`700 ${Number.parseFloat(t.fontSize)*.87}px ${t.fontFamily}`)}setLayers(e){this.layers=e;for(let e of this.pool.values())e.remove();this.pool.clear()}draw(e,t,n,r,i,a){let o=Math.max(6,Math.round(n*r/ji)),s=this.layers.filter(t=>e>=t.min_zoom-.01&&e<t.max_zoom).flatMap(e=>[...e.labels].sort((e,t)=>t.score-e.score)),c=[];for(let e of s){let[s,l]=t(e.x,e.y),u=this.measure(e.text);if(s<0||l<i||s>n||l>r)continue;let d=Math.min(n-u-8,Math.max(8,s-u/2));if(c.push({label:e,x:d,y:l-a-ki,width:u,height:ki}),c.length>=o*4)break}let l=Oi(c,Ai),u=c.filter((e,t)=>l[t]).slice(0,o),d=new Set;for(let e of u){let t=`${e.label.text}|${e.label.x}|${e.label.y}`;d.add(t),(this.pool.get(t)??this.make(t,e.label.text)).style.setProperty(`transform`,`translate(${e.x.toFixed(1)}px, ${e.y.toFixed(1)}px)`)}for(let[e,t]of this.pool)d.has(e)||(t.remove(),this.pool.delete(e));return u.map(e=>e.label.text)}make(e,t){let n=document.createElement(`span`);return n.className=`region`,n.textContent=t,this.host.append(n),this.pool.set(e,n),n}measure(e){let t=this.widths.get(e);return t===void 0&&(t=(this.ruler?.measureText(e).width??e.length*7)+12,this.widths.set(e,t)),t}},Ni=class{constructor(e,t){this.canvas=e,this.arrived=t,this.images=new Map,this.ink={accent:`#d8432b`,ink:`#16202e`,surface:`#fff`},this.pen=e.getContext(`2d`)}draw(e,t){let{pen:n,canvas:r}=this;if(!n)return!1;let i=Math.round(t.width*t.ratio),a=Math.round(t.height*t.ratio);(r.width!==i||r.height!==a)&&(r.width=i,r.height=a),n.setTransform(t.ratio,0,0,t.ratio,0,0),n.clearRect(0,0,t.width,t.height),n.fillStyle=`rgb(128 128 128 / 1%)`,n.fillRect(0,0,1,1),this.drawTies(n,e,t);for(let r of e.newcomers)this.drawNewcomer(n,r,t);for(let r of e.best)t.thumb(r)>0&&this.ring(n,t,r,1.5,.85);return e.hover!==null&&this.ring(n,t,e.hover,2,1),e.selected!==null&&this.ring(n,t,e.selected,3,1),e.voyage?this.drawVoyage(n,e.voyage,t):!1}ring(e,t,n,r,i){let a=t.place(n);if(!a)return;let[o,s]=t.project(...a),c=t.thumb(n);for(let[t,n]of[[this.ink.surface,r+2.5],[this.ink.accent,r]])e.globalAlpha=i,e.strokeStyle=t,e.lineWidth=n,e.beginPath(),c>0?e.roundRect(o-c/2-2,s-c/2-2,c+4,c+4,c*.24+2):e.arc(o,s,9,0,2*Math.PI),e.stroke();e.globalAlpha=1}drawTies(e,t,n){let r=t.selected===null?null:n.place(t.selected);if(!r)return;let[i,a]=n.project(...r);e.lineWidth=1.25,e.strokeStyle=this.ink.accent,e.globalAlpha=.45;let o=n.thumb(t.selected??-1)*.6+6;for(let r of t.ties){let t=n.place(r);if(!t)continue;let[s,c]=n.project(...t),l=Math.hypot(s-i,c-a);l<o+6||(e.beginPath(),e.moveTo(i+(s-i)*o/l,a+(c-a)*o/l),e.lineTo(s,c),e.stroke(),e.beginPath(),e.arc(s,c,3.5,0,2*Math.PI),e.stroke())}e.globalAlpha=1}drawNewcomer(e,t,n){let[r,i]=n.project(t.x,t.y),a=n.thumbSize*.86;r<-a||i<-a||r>n.width+a||i>n.height+a||(this.tile(e,t.image,r,i,a),e.fillStyle=this.ink.accent,e.strokeStyle=this.ink.surface,e.lineWidth=1.5,e.beginPath(),e.arc(r+a/2-2,i-a/2+2,4.5,0,2*Math.PI),e.fill(),e.stroke())}tile(e,t,n,r,i){let a=[n-i/2,r-i/2,i,i];e.save(),e.shadowColor=`rgb(8 14 24 / 0.35)`,e.shadowBlur=8,e.shadowOffsetY=2,e.fillStyle=`#fff`,e.beginPath(),e.roundRect(...a,i*.24),e.fill(),e.restore();let o=t?this.image(t):null;o&&(e.save(),e.beginPath(),e.roundRect(...a,i*.24),e.clip(),e.drawImage(o,...a),e.restore())}drawVoyage(e,t,n){let[r,i]=n.project(t.from.x,t.from.y);if(!t.to)return this.ghost(e,r,i,n),!n.still;let[a,o]=n.project(t.to.x,t.to.y),s=Math.max(0,n.now-(t.landedAt??0)),c=n.still?1:Math.min(1,s/480),l=1-(1-c)**3,u=Math.max(44,n.thumbSize);this.halo(e,a,o,u,t.confidence??0,l);let[d,f]=[r+(a-r)*l,i+(o-i)*l];return this.tile(e,t.image??null,a,o,u*(.6+.4*l)),this.arrow(e,r,i,d,f,u/2+6),c<1}ghost(e,t,n,r){let i=Math.max(44,r.thumbSize);e.save(),e.fillStyle=this.ink.surface,e.globalAlpha=.8,e.strokeStyle=this.ink.accent,e.lineWidth=2,e.setLineDash([5,5]),e.lineDashOffset=r.still?0:-r.now/40,e.beginPath(),e.roundRect(t-i/2,n-i/2,i,i,i*.24),e.fill(),e.globalAlpha=1,e.stroke(),e.restore()}halo(e,t,n,r,i,a){let o=r/2*(1.35+1.5*(1-i))*a,s=e.createRadialGradient(t,n,r/3,t,n,o+1);s.addColorStop(0,this.ink.accent),s.addColorStop(1,`transparent`),e.globalAlpha=.18+.32*i,e.fillStyle=s,e.beginPath(),e.arc(t,n,o+1,0,2*Math.PI),e.fill(),e.globalAlpha=1}arrow(e,t,n,r,i,a){let o=Math.hypot(r-t,i-n);if(e.fillStyle=this.ink.accent,e.strokeStyle=this.ink.surface,e.lineWidth=2,e.beginPath(),e.arc(t,n,4,0,2*Math.PI),e.stroke(),e.fill(),o<a+6)return;let[s,c]=[(r-t)/o,(i-n)/o],[l,u]=[r-s*a,i-c*a],[d,f]=[l-s*11,u-c*11];for(let[r,i]of[[this.ink.surface,5.5],[this.ink.accent,2.5]])e.strokeStyle=r,e.lineWidth=i,e.lineCap=`round`,e.beginPath(),e.moveTo(t,n),e.lineTo(d,f),e.stroke();e.beginPath(),e.moveTo(l,u),e.lineTo(d-c*6,f+s*6),e.lineTo(d+c*6,f-s*6),e.closePath(),e.fill()}image(e){let t=this.images.get(e);return t||(t=new Image,t.src=e,t.decode().then(this.arrived,()=>void 0),this.images.set(e,t)),t.complete&&t.naturalWidth>0?t:null}},Pi=class{constructor(e,t,n){this.x=e,this.y=t,this.bounds=n,this.late=new Map,this.cells=Math.max(1,Math.min(1024,Math.round(Math.sqrt(e.length/2))));let r=new Uint32Array(this.cells*this.cells+1);for(let t=0;t<e.length;t+=1){let e=this.cellOf(t)+1;r[e]=(r[e]??0)+1}for(let e=1;e<r.length;e+=1)r[e]=(r[e]??0)+(r[e-1]??0);let i=r.slice();this.order=new Uint32Array(e.length);for(let t=0;t<e.length;t+=1){let e=this.cellOf(t),n=i[e]??0;this.order[n]=t,i[e]=n+1}this.starts=r}add(e,t,n){this.late.set(e,[t,n])}place(e){let t=this.x[e],n=this.y[e];return t!==void 0&&n!==void 0?[t,n]:this.late.get(e)??null}*inBox(e,t,n,r){let[i,a]=[this.column(e),this.column(n)],[o,s]=[this.row(t),this.row(r)];for(let e=o;e<=s;e+=1)for(let t=i;t<=a;t+=1){let n=e*this.cells+t,r=this.starts[n+1]??0;for(let e=this.starts[n]??0;e<r;e+=1)yield this.order[e]??0}for(let[i,[a,o]]of this.late)a>=e&&a<=n&&o>=t&&o<=r&&(yield i)}nearest(e,t,n){let r=null,i=n*n;for(let a of this.inBox(e-n,t-n,e+n,t+n)){let n=this.place(a);if(!n)continue;let o=(n[0]-e)**2+(n[1]-t)**2;o<=i&&(i=o,r=a)}return r}column(e){let t=this.bounds.x_max-this.bounds.x_min||1;return Math.min(this.cells-1,Math.max(0,Math.floor((e-this.bounds.x_min)/t*this.cells)))}row(e){let t=this.bounds.y_max-this.bounds.y_min||1;return Math.min(this.cells-1,Math.max(0,Math.floor((e-this.bounds.y_min)/t*this.cells)))}cellOf(e){return this.row(this.y[e]??0)*this.cells+this.column(this.x[e]??0)}},Fi=`
layout(location=0) in float x;
layout(location=1) in float y;
layout(location=2) in float colour;
layout(location=3) in float glow;
uniform vec4 lens;
uniform float size;
uniform float glowing;
uniform sampler2D palette;
out vec4 ink;
void main() {
  gl_Position = vec4((x - lens.x) * lens.z, (y - lens.y) * lens.w, 0.0, 1.0);
  vec4 base = texelFetch(palette, ivec2(int(colour + 0.5), 0), 0);
  float lit = mix(1.0, 0.10 + 0.90 * glow, glowing);
  gl_PointSize = size * mix(1.0, 0.75 + 0.85 * glow, glowing);
  ink = vec4(base.rgb, base.a * lit);
}`,Ii=`
in vec4 ink;
out vec4 colour;
uniform float size;
void main() {
  float r = length(gl_PointCoord - 0.5) * 2.0;
  float a = ink.a * (1.0 - smoothstep(1.0 - 2.4 / size, 1.0, r));
  colour = vec4(ink.rgb * a, a);
}`,Li=class{constructor(e,t){this.gl=e,this.points=t,this.glowing=!1,this.program=Ur(e,Fi,Ii),this.at={lens:e.getUniformLocation(this.program,`lens`),size:e.getUniformLocation(this.program,`size`),glowing:e.getUniformLocation(this.program,`glowing`),palette:e.getUniformLocation(this.program,`palette`)},this.array=e.createVertexArray(),e.bindVertexArray(this.array),Wr(e,t.rawX,e.STATIC_DRAW),Gr(e,0,e.UNSIGNED_SHORT,!0),Wr(e,t.rawY,e.STATIC_DRAW),Gr(e,1,e.UNSIGNED_SHORT,!0),this.colour=Wr(e,t.colour,e.DYNAMIC_DRAW),Gr(e,2,e.UNSIGNED_BYTE,!1),this.glow=Wr(e,new Uint8Array(t.count),e.DYNAMIC_DRAW),Gr(e,3,e.UNSIGNED_BYTE,!0),e.bindVertexArray(null),this.palette=e.createTexture()}setColours(e){this.gl.bindBuffer(this.gl.ARRAY_BUFFER,this.colour),this.gl.bufferSubData(this.gl.ARRAY_BUFFER,0,e)}setPalette(e,t,n){let{gl:r}=this,i=new Uint8Array(1024);for(let r=0;r<256;r+=1){let[a,o,s]=Kr(e[r]??t),c=r<e.length;i.set([a,o,s,n!==null&&n!==r?22:c?225:110],r*4)}r.bindTexture(r.TEXTURE_2D,this.palette),r.texImage2D(r.TEXTURE_2D,0,r.RGBA,256,1,0,r.RGBA,r.UNSIGNED_BYTE,i),r.texParameteri(r.TEXTURE_2D,r.TEXTURE_MIN_FILTER,r.NEAREST),r.texParameteri(r.TEXTURE_2D,r.TEXTURE_MAG_FILTER,r.NEAREST)}setGlow(e){this.glowing=e!==null,e&&(this.gl.bindBuffer(this.gl.ARRAY_BUFFER,this.glow),this.gl.bufferSubData(this.gl.ARRAY_BUFFER,0,e.subarray(0,this.points.count)))}draw(e){let{gl:t,at:n}=this;t.useProgram(this.program),t.bindVertexArray(this.array),t.activeTexture(t.TEXTURE0),t.bindTexture(t.TEXTURE_2D,this.palette),t.uniform1i(n.palette,0),t.uniform4f(n.lens,e.centreX,e.centreY,e.scaleX,e.scaleY);let r=Math.sqrt(e.width*e.height/Math.max(1,this.points.count)),i=Math.min(11,Math.max(1.8,r*.4*2**(e.zoom*.32)));t.uniform1f(n.size,i*e.ratio),t.uniform1f(n.glowing,+!!this.glowing),t.drawArrays(t.POINTS,0,this.points.count),t.bindVertexArray(null)}},Ri=1.1;function zi(e,{width:t,height:n}){let r=Math.min(60,Math.max(28,Math.min(t,n)/28));return Math.min(r*2.8,r*(1+.3*Math.max(0,e)))}var Bi=class{constructor(e){this.points=e,this.appears=new Float32Array,this.order=new Uint32Array,this.glow=null}thinOut(e,t){let{x:n,y:r,bounds:i}=this.points;this.glow=t;let a=t=>zi(t,e)*Ri/mi(i,e,t),o=t?Uint32Array.from(n.keys()).filter(e=>(t[e]??0)>0).sort((e,n)=>(t[n]??0)-(t[e]??0)):void 0;this.appears=Di(n,r,a,ci,9,o),this.order=Uint32Array.from(this.appears.keys()).sort((e,t)=>(this.appears[e]??0)-(this.appears[t]??0))}isShown(e,t){return(this.appears[e]??255)<=t}visible(e,t,n){let{points:r,glow:i}=this,a=zi(e.zoom,n),o=(n.width+a)/2/t,s=(n.height+a)/2/t,c=[];for(let t of this.order){let l=this.appears[t]??255;if(l>e.zoom)break;let[u,d]=[r.x[t]??0,r.y[t]??0];if(Math.abs(u-e.x)>o||Math.abs(d-e.y)>s)continue;let f=l<=-.5?1:Math.min(1,.6+(e.zoom-l)*4),ee=i?.55+.45*(i[t]??0)/255:1;c.push({n:t,x:(r.rawX[t]??0)/65535,y:(r.rawY[t]??0)/65535,size:a*f*ee*n.ratio,alpha:1})}return c}},Vi=`
layout(location=0) in vec2 corner;
layout(location=1) in vec4 place;
layout(location=2) in vec4 sprite;
uniform vec4 lens;
uniform vec2 pixel;
out vec2 uv;
out vec2 local;
out float alpha;
out float size;
void main() {
  vec2 centre = (place.xy - lens.xy) * lens.zw;
  float grown = place.z + 2.0;
  gl_Position = vec4(centre + corner * grown * pixel, 0.0, 1.0);
  local = corner * grown;
  size = place.z;
  vec2 inside = clamp(vec2(corner.x, -corner.y) * grown / place.z * 0.5 + 0.5, 0.0, 1.0);
  uv = sprite.xy + sprite.zw * mix(vec2(0.012), vec2(0.988), inside);
  alpha = place.w;
}`,Hi=`
in vec2 uv;
in vec2 local;
in float alpha;
in float size;
out vec4 colour;
uniform sampler2D atlas;
uniform vec4 line;
void main() {
  float radius = size * 0.24;
  vec2 q = abs(local) * 0.5 - (size * 0.5 - radius);
  float edge = length(max(q, 0.0)) + min(max(q.x, q.y), 0.0) - radius;
  float inside = 1.0 - smoothstep(-0.75, 0.25, edge);
  float border = inside * smoothstep(-1.9, -0.9, edge) * line.a;
  vec3 paint = mix(texture(atlas, uv).rgb, line.rgb, border);
  float a = inside * alpha;
  colour = vec4(paint * a, a);
}`,Ui=8,Wi=class{constructor(e,t,n){this.gl=e,this.tiles=t,this.levels=n,this.line=[0,0,0,.12],this.program=Ur(e,Vi,Hi),this.at={lens:e.getUniformLocation(this.program,`lens`),pixel:e.getUniformLocation(this.program,`pixel`),atlas:e.getUniformLocation(this.program,`atlas`),line:e.getUniformLocation(this.program,`line`)},this.array=e.createVertexArray(),e.bindVertexArray(this.array),e.bindBuffer(e.ARRAY_BUFFER,e.createBuffer()),e.bufferData(e.ARRAY_BUFFER,new Float32Array([-1,-1,1,-1,-1,1,1,1]),e.STATIC_DRAW),e.enableVertexAttribArray(0),e.vertexAttribPointer(0,2,e.FLOAT,!1,0,0),this.instances=e.createBuffer(),e.bindBuffer(e.ARRAY_BUFFER,this.instances);for(let t of[1,2])e.enableVertexAttribArray(t),e.vertexAttribPointer(t,4,e.FLOAT,!1,32,(t-1)*16),e.vertexAttribDivisor(t,1);e.bindVertexArray(null)}draw(e,t){let n=this.levels[0];if(!n||t.length===0)return;let r=new Map;for(let e of t){let t=this.levels.find(t=>t.thumb>=e.size*.8)??this.levels.at(-1)??n;!this.put(r,t,e)&&t!==n&&this.put(r,n,e)}let{gl:i,at:a}=this;i.useProgram(this.program),i.bindVertexArray(this.array),i.uniform4f(a.lens,e.centreX,e.centreY,e.scaleX,e.scaleY),i.uniform2f(a.pixel,1/(e.width*e.ratio),1/(e.height*e.ratio)),i.uniform4f(a.line,...this.line),i.uniform1i(a.atlas,0),i.activeTexture(i.TEXTURE0),i.bindBuffer(i.ARRAY_BUFFER,this.instances);for(let[e,t]of r)i.bindTexture(i.TEXTURE_2D,e),i.bufferData(i.ARRAY_BUFFER,new Float32Array(t),i.STREAM_DRAW),i.drawArraysInstanced(i.TRIANGLE_STRIP,0,4,t.length/Ui);i.bindVertexArray(null)}put(e,t,n){let r=t.columns*t.rows,i=this.tiles.get(t.level,Math.floor(n.n/r));if(!i)return!1;let a=n.n%r,o=a%t.columns/t.columns,s=Math.floor(a/t.columns)/t.rows,c=e.get(i)??[];return c.push(n.x,n.y,n.size,n.alpha,o,s,1/t.columns,1/t.rows),e.set(i,c),!0}},Gi={left:[-1,0],right:[1,0],up:[0,1],down:[0,-1]};function Ki(e,t,n,r=0){let[i,a]=Gi[t],o=null,s=1/0;for(let t of n){let n=t.x-e.x,c=t.y-e.y,l=Math.hypot(n,c);if(l===0||l<r)continue;let u=(n*i+c*a)/l;if(u<.5)continue;let d=l/u;d<s&&(s=d,o=t.n)}return o}var qi=14,Ji=22,Yi=50,Xi=650,Zi=14,Qi=class{constructor(e,t,n,r){this.host=e,this.data=t,this.callbacks=n,this.canvas=document.createElement(`canvas`),this.shapes=document.createElement(`canvas`),this.names=document.createElement(`div`),this.stop=[],this.viewport={width:1,height:1},this.glow=null,this.scene={hover:null,selected:null,ties:[],newcomers:[],voyage:null,best:[]},this.frame=0,this.flight=null,this.testedAt=0,this.labelTop=0,this.still=matchMedia(`(prefers-reduced-motion: reduce)`).matches;let{points:i}=t;this.thumbnails=new Bi(i),this.viewport={width:Math.max(1,e.clientWidth),height:Math.max(1,e.clientHeight)},this.camera=r??this.homeCamera(),this.thumbnails.thinOut(this.viewport,this.glow),this.grid=new Pi(i.x,i.y,i.bounds),this.canvas.className=`map-points`,this.shapes.className=`map-shapes`,this.names.className=`map-names`,this.names.setAttribute(`aria-hidden`,`true`);let a=this.canvas.getContext(`webgl2`,{antialias:!1,alpha:!0,premultipliedAlpha:!0});if(!a)throw new Hr(`WebGL2`);this.gl=a,e.append(this.canvas,this.names,this.shapes);let o=()=>this.redraw();this.tiles=new si(a,t.tileUrl,o),this.pointsLayer=new Li(a,i),this.thumbsLayer=new Wi(a,this.tiles,t.atlas),this.labelsLayer=new Mi(this.names),this.overlay=new Ni(this.shapes,o),this.watchSize(),this.stop.push(wi(e,this.handlers()));let s=new AbortController,{signal:c}=s;this.canvas.addEventListener(`webglcontextlost`,e=>e.preventDefault(),{signal:c}),this.canvas.addEventListener(`webglcontextrestored`,()=>n.lost(),{signal:c}),this.stop.push(()=>s.abort())}update(e){if(e.ink){this.overlay.ink=e.ink;let[t,n,r]=Kr(e.ink.ink);this.thumbsLayer.line=[t/255,n/255,r/255,.16]}if(e.palette&&this.pointsLayer.setPalette(e.palette.colours,e.palette.quiet,e.palette.alone),e.colours&&this.pointsLayer.setColours(e.colours),e.glow!==void 0&&(this.glow=e.glow,this.pointsLayer.setGlow(e.glow),this.thumbnails.thinOut(this.viewport,this.glow)),e.labels&&this.labelsLayer.setLayers(e.labels),e.labelTop!==void 0&&(this.labelTop=e.labelTop),e.newcomers)for(let t of e.newcomers)this.grid.add(t.n,t.x,t.y);let{selected:t,ties:n,newcomers:r,voyage:i,best:a}=e;this.scene={...this.scene,...t!==void 0&&{selected:t},...n&&{ties:n},...r&&{newcomers:r},...i!==void 0&&{voyage:i},...a&&{best:a}},this.redraw()}flyTo(e){let t=yi(e,this.data.points.bounds);this.still?this.look(t):this.flight={from:this.camera,to:t,start:performance.now()},this.redraw()}zoomBy(e){let t=this.flight?.to??this.camera;this.flyTo({...t,zoom:di(t.zoom+e)})}goHome(){this.flyTo(this.homeCamera())}reveal(e,t){let n=this.grid.place(e);if(!n)return;let[r,i]=this.project(...n),{width:a,height:o}=this.viewport;r>a*.15&&r<a*.7&&i>o*.15&&i<o*.7&&t===void 0||this.flyTo({x:n[0],y:n[1],zoom:Math.max(this.camera.zoom,t??this.camera.zoom)})}project(e,t){return hi(this.camera,this.scale(),this.viewport,e,t)}middle(){let{bounds:e}=this.data.points;return this.grid.nearest(this.camera.x,this.camera.y,e.x_max-e.x_min)}ahead(e,t,n){let r=this.grid.place(e);if(!r)return null;let[i,a]=r,o=t=>{let n=this.grid.place(t);return n&&t!==e?[{n:t,x:n[0],y:n[1]}]:[]},{bounds:s}=this.data.points,c=Zi/this.scale(),l=Math.max((s.x_max-s.x_min)/8,4*c),u=n.flatMap(o);return Ki({x:i,y:a},t,u,c)??Ki({x:i,y:a},t,[...this.grid.inBox(i-l,a-l,i+l,a+l)].flatMap(o),c)??Ki({x:i,y:a},t,u)}redraw(){this.frame===0&&(this.frame=requestAnimationFrame(e=>this.draw(e)))}destroy(){cancelAnimationFrame(this.frame),this.frame=-1;for(let e of this.stop)e();this.tiles.destroy(),this.gl.getExtension(`WEBGL_lose_context`)?.loseContext(),this.canvas.remove(),this.names.remove(),this.shapes.remove()}thumb(e=this.camera.zoom){return zi(e,this.viewport)}homeCamera(){let{bounds:e,x:t,y:n}=this.data.points;return pi(e,this.viewport,t,n)}scale(e=this.camera.zoom){return mi(this.data.points.bounds,this.viewport,e)}look(e){this.camera=e,this.callbacks.moved(e),this.redraw()}watchSize(){let e=()=>{let{clientWidth:e,clientHeight:t}=this.host;e!==0&&t!==0&&(e!==this.viewport.width||t!==this.viewport.height)&&(this.viewport={width:e,height:t},this.thumbnails.thinOut(this.viewport,this.glow),this.redraw())},t=new ResizeObserver(e);t.observe(this.host),this.stop.push(()=>t.disconnect()),e()}handlers(){let{bounds:e}=this.data.points;return{pan:(t,n)=>{this.flight=null,this.look(vi(this.camera,e,this.viewport,t,n))},zoom:(t,n,r)=>{this.flight=null,this.look(_i(this.camera,e,this.viewport,t,n,r))},hold:e=>this.host.classList.toggle(`moving`,e),leave:()=>this.setHover(null,0,0),hover:(e,t)=>{let n=performance.now();n-this.testedAt<Yi&&this.scene.hover===null||(this.testedAt=n,this.setHover(this.pick(e,t,qi),e,t))},tap:(e,t,n,r)=>{let i=r?null:this.pick(e,t,n?Ji:qi);i===null?this.callbacks.emptied(...gi(this.camera,this.scale(),this.viewport,e,t)):this.callbacks.picked(i)}}}setHover(e,t,n){this.host.classList.toggle(`over`,e!==null),e!==this.scene.hover&&(this.scene={...this.scene,hover:e},this.redraw()),this.callbacks.hovered(e,t,n)}pick(e,t,n){let r=this.scale(),[i,a]=gi(this.camera,r,this.viewport,e,t),o=this.thumb()/2/r,s=null,c=1/0;for(let e of this.grid.inBox(i-o,a-o,i+o,a+o)){let t=this.grid.place(e);if(!t||this.shownSize(e)===0)continue;let n=Math.max(Math.abs(t[0]-i),Math.abs(t[1]-a));n<=o&&n<c&&(c=n,s=e)}return s??this.grid.nearest(i,a,n/r)}shownSize(e){let{count:t}=this.data.points;return e>=t?this.thumb()*.86:this.thumbnails.isShown(e,this.camera.zoom)?this.thumb():0}lens(){let{bounds:e}=this.data.points,{width:t,height:n}=this.viewport,[r,i]=[e.x_max-e.x_min||1,e.y_max-e.y_min||1],a=this.scale();return{centreX:(this.camera.x-e.x_min)/r,centreY:(this.camera.y-e.y_min)/i,scaleX:2*a*r/t,scaleY:2*a*i/n,width:t,height:n,ratio:Math.min(2,window.devicePixelRatio||1),zoom:this.camera.zoom}}draw(e){this.frame=0;let t=!1;if(this.flight){let n=Math.min(1,Math.max(0,(e-this.flight.start)/Xi)),{from:r,to:i}=this.flight;this.camera=n===1?i:bi(r,i,this.data.points.bounds,n),n===1&&(this.flight=null),this.callbacks.moved(this.camera),t=this.flight!==null}let n=this.lens(),{gl:r,canvas:i}=this,[a,o]=[Math.round(n.width*n.ratio),Math.round(n.height*n.ratio)];(i.width!==a||i.height!==o)&&(i.width=a,i.height=o),r.viewport(0,0,a,o),r.clearColor(0,0,0,0),r.clear(r.COLOR_BUFFER_BIT),r.enable(r.BLEND),r.blendFunc(r.ONE,r.ONE_MINUS_SRC_ALPHA),this.pointsLayer.draw(n),this.thumbsLayer.draw(n,this.thumbnails.visible(this.camera,this.scale(),n));let s=this.labelsLayer.draw(this.camera.zoom,(e,t)=>this.project(e,t),n.width,n.height,this.labelTop,this.thumb()/2);this.callbacks.regions(s),t=this.overlay.draw(this.scene,this.stage(n,e))||t,t&&this.redraw()}stage(e,t){return{width:e.width,height:e.height,ratio:e.ratio,now:t,still:this.still,project:(e,t)=>this.project(e,t),place:e=>this.grid.place(e),thumb:e=>this.shownSize(e),thumbSize:this.thumb()}}},$i=`RSHNMAP1`,ea=32,ta=65535;function na(e){if(e.byteLength<ea)throw RangeError(`points: shorter than the header`);let t=new DataView(e),n=String.fromCharCode(...new Uint8Array(e,0,8));if(n!==$i)throw RangeError(`points: expected ${$i}, found ${JSON.stringify(n)}`);let r=t.getUint32(8,!0);if(e.byteLength<ea+5*r)throw RangeError(`points: fewer bytes than points`);let i={x_min:t.getFloat32(12,!0),y_min:t.getFloat32(16,!0),x_max:t.getFloat32(20,!0),y_max:t.getFloat32(24,!0)},a=new Uint16Array(e,ea,r),o=new Uint16Array(e,ea+2*r,r),s=new Uint8Array(e,ea+4*r,r),c=new Float32Array(r),l=new Float32Array(r),u=(i.x_max-i.x_min)/ta,d=(i.y_max-i.y_min)/ta;for(let e=0;e<r;e+=1)c[e]=i.x_min+(a[e]??0)*u,l[e]=i.y_min+(o[e]??0)*d;return{count:r,bounds:i,rawX:a,rawY:o,colour:s,x:c,y:l}}var ra=`#8a94a3`,ia=721,aa=class e{static async open(t,n,r){let i=(await _n())[0];if(!i)return null;let[a,o,s]=await Promise.all([vn(i.id),yn(i.id),xn(i.id)]);return new e(t,n,a,na(o),s,r)}constructor(e,t,n,r,i,a){this.host=e,this.on=t,this.map=n,this.points=r,this.labels=i,this.alone=null,this.additions=[],this.late=new Map,this.cards=new Map,this.column=n.columns[0]?.id??``,this.colours=r.colour,this.view=this.draw(a),this.paint()}show(e){this.view.update(e)}destroy(){this.view.destroy()}paint(){let e=getComputedStyle(document.documentElement),t=t=>e.getPropertyValue(t).trim();this.show({ink:{accent:t(`--accent`),ink:t(`--ink`),surface:t(`--surface`)},labels:this.labels.map(e=>({...e,labels:e.labels.map(e=>({...e,text:E(e.title)}))})),labelTop:innerWidth<ia?70:20}),this.isolate(this.alone)}isolate(e){this.alone=e;let t=this.map.columns.find(e=>e.id===this.column)?.legend??[];this.show({palette:{colours:t.map(e=>e.colour),quiet:ra,alone:e}})}async colourBy(e){let{columns:t}=this.map;if(!t.some(t=>t.id===e))return;this.column=e;let n=t[0]?.id===e?this.points.colour:await bn(this.map.id,e);this.column===e&&(this.colours=n,this.show({colours:n}),this.isolate(null))}async loadAdditions(){for(let e of await Sn(this.map.id))this.join(e)}join(e){this.late.has(e.n)||(this.late=new Map(this.late).set(e.n,e.image),this.additions=[...this.additions,e],this.show({newcomers:this.additions}))}land({point:e,render:t,x:n,y:r}){if(e===null)return;let i=t.image?.url??null;this.join({n:e,x:n,y:r,render_id:t.id,image:i,recipe:t.recipe})}glow(e){e===null?this.show({glow:null,best:[]}):this.show({glow:ti(e,this.map.count),best:e.slice(0,3).map(e=>e.n)})}address(e,t){let n=this.column===this.map.columns[0]?.id?null:this.column;return{camera:this.view.camera,colour:n,point:e,words:t}}cardOf(e){let t=this.cards.get(e);return t||(t=Cn(this.map.id,e),t.catch(()=>this.cards.delete(e)),this.cards.set(e,t)),t}draw(e){let{map:t,points:n}=this,r=(e,n)=>wn(t.id,e,n),i={...this.on,lost:()=>this.redraw()};return new Qi(this.host,{points:n,atlas:t.atlas,tileUrl:r},i,e??void 0)}redraw(){let{camera:e}=this.view;this.view.destroy(),this.view=this.draw(e),this.show({colours:this.colours,newcomers:this.additions}),this.paint()}},oa=125,sa=260,ca=class{constructor(e,t){this.stayed=e,this.left=t,this.over=null}hover(e,t,n){e!==this.over&&(this.over=e,clearTimeout(this.timer),this.timer=e===null?setTimeout(this.left,sa):setTimeout(()=>this.stayed(e,t,n,()=>this.over===e),oa))}},la={ArrowLeft:`left`,ArrowRight:`right`,ArrowUp:`up`,ArrowDown:`down`},ua=.75;function da(e,t,n){let r=e.composedPath()[0];if(r instanceof HTMLInputElement||r instanceof HTMLSelectElement||e.metaKey||e.ctrlKey||e.altKey)return;let i=la[e.key],a={"/":t.search,"?":t.help,"+":()=>t.zoom(ua),"=":()=>t.zoom(ua),"-":()=>t.zoom(-.75),0:t.home,Escape:t.back,...r===n&&{Enter:t.open}},o=i?()=>t.walk(i):a[e.key];o&&((i||e.key===`/`)&&e.preventDefault(),o())}var fa=class{constructor(e){this.handlers=e,this.abort=new AbortController}async go(e,t,n){this.abort.abort(),this.abort=new AbortController;let{signal:r}=this.abort,i={x:t,y:n};this.handlers.draw({from:i}),this.handlers.busy(!0);try{let t=await Tn(e,i,r);if(r.aborted)return;let n=t.render.image?.url;this.handlers.landed(t),this.handlers.draw({from:i,to:{x:t.x,y:t.y},confidence:t.confidence,landedAt:performance.now(),...n!==void 0&&{image:n}})}catch(i){if(r.aborted)return;this.handlers.draw(null),this.handlers.failed(i,()=>void this.go(e,t,n))}this.handlers.busy(!1)}cancel(){this.abort.abort(),this.handlers.busy(!1),this.handlers.draw(null)}};function pa(e){return e===`none`?[T(`atlas.none`),T(`atlas.noneHint`)]:e===`no-gl`?[T(`atlas.noGl`),T(`atlas.noGlHint`)]:[T(`atlas.loading`),``]}function ma(e,t){let{trustworthiness:n,recall_15:r}=e.quality;return[T(`atlas.count`,{n:St(e.count+t)}),...n===null?[]:[`${T(`atlas.trust`)} ${n.toFixed(2)}`],...r===null?[]:[`${T(`atlas.recall`)} ${r.toFixed(2)}`]].join(` · `)}var ha=t({AtlasPage:()=>U,page:()=>ga}),U=class extends v{static{this.styles=[w,Fn]}constructor(){super(),this.chart=null,this.model=null,this.phase=`loading`,this.problem=null,this.card=null,this.other=null,this.choosing=!1,this.words=``,this.best=null,this.searching=!1,this.hovered=null,this.landing=null,this.decoding=!1,this.touched=!1,this.regions=[],this.life=new AbortController,this.selected=null,this.dwell=new ca((e,t,n,r)=>{this.chart?.cardOf(e).then(e=>{r()&&(this.hovered={card:e,x:t,y:n})},()=>void 0)},()=>{this.hovered=null}),this.finder=new ei({busy:e=>{this.searching=e},found:e=>{this.best=e,this.chart?.glow(e)},failed:(e,t)=>this.fail(e,t)}),this.voyages=new fa({draw:e=>this.chart?.show({voyage:e}),busy:e=>{this.decoding=e},landed:e=>{this.landing=e,this.chart?.land(e)},failed:(e,t)=>this.fail(e,t)}),this.again=null,new D(this)}connectedCallback(){super.connectedCallback(),this.life=new AbortController;let{signal:e}=this.life;window.addEventListener(`keydown`,e=>da(e,this.keys(),this.host),{signal:e}),e.addEventListener(`abort`,l(()=>this.chart?.paint())),e.addEventListener(`abort`,Ct(()=>this.chart?.paint())),this.updateComplete.then(()=>this.load())}disconnectedCallback(){super.disconnectedCallback(),this.life.abort(),clearTimeout(this.addressTimer),this.finder.stop(),this.voyages.cancel(),this.chart?.destroy(),this.chart=null}fail(e,t=null){e instanceof DOMException&&e.name===`AbortError`||(this.problem=I(e),this.again=t,Nn())}dismiss(e){this.problem=null,e&&this.again?.()}async load(){this.problem=null;let e=Yr(location.search);try{let t=await aa.open(this.host,this.callbacks(),e.camera);this.isConnected?t?this.unfold(t,e):this.phase=`none`:t?.destroy()}catch(e){e instanceof Hr?this.phase=`no-gl`:this.fail(e,()=>void this.load())}}callbacks(){return{moved:()=>{this.touched=!0,this.remember()},hovered:(e,t,n)=>this.dwell.hover(e,t,n),picked:e=>void this.pick(e),emptied:(e,t)=>this.decode(e,t),regions:e=>{e.join()!==this.regions.join()&&(this.regions=e)}}}unfold(e,t){this.chart=e,this.phase=`ready`,t.colour!==null&&this.colourBy(t.colour),t.point!==null&&this.pick(t.point,t.camera===null),t.words!==``&&this.lookFor(t.words),e.loadAdditions().then(()=>this.requestUpdate(),e=>this.fail(e)),ii(this.life.signal).then(t=>{this.model=t.find(t=>t.id===e.map.model)??null})}async colourBy(e){try{await this.chart?.colourBy(e),this.remember()}catch(t){this.fail(t,()=>void this.colourBy(e))}this.requestUpdate()}remember(){this.hovered=null,clearTimeout(this.addressTimer),this.addressTimer=setTimeout(()=>{this.chart&&Zr(Xr(this.chart.address(this.selected,this.words)))},250)}async pick(e,t=!0){let{chart:n}=this;if(n){if(this.hovered=null,this.choosing&&this.card)return this.pickSecond(n,e);this.selected=e,this.other=null,n.show({selected:e,ties:[]}),t&&n.view.reveal(e),this.remember();try{let t=await n.cardOf(e);if(this.selected!==e)return;this.card=t,n.show({ties:t.neighbours.map(e=>e.n)})}catch(t){this.fail(t,()=>void this.pick(e))}}}async pickSecond(e,t){this.choosing=!1;try{this.other=await e.cardOf(t),e.show({ties:[t]})}catch(n){this.fail(n,()=>void this.pickSecond(e,t))}}close(){this.card=null,this.other=null,this.choosing=!1,this.selected=null,this.chart?.show({selected:null,ties:[]}),this.remember()}decode(e,t){this.chart&&(this.close(),this.landing=null,this.problem=null,this.voyages.go(this.chart.map.id,e,t))}cancelDecode(){this.landing=null,this.voyages.cancel()}lookFor(e){this.words=e,this.remember(),this.chart&&this.finder.look(this.chart.map.id,e)}goTo(e){e!==void 0&&(this.chart?.view.reveal(e,3),this.pick(e,!1))}keys(){return{walk:e=>void this.walk(e),search:()=>this.search.focus(),help:()=>this.help.open(),zoom:e=>this.chart?.view.zoomBy(e),home:()=>this.chart?.view.goHome(),back:()=>this.decoding||this.landing?this.cancelDecode():this.close(),open:()=>this.renderRoot.querySelector(`rashin-map-card`)?.enter()}}async walk(e){let{chart:t,selected:n}=this;if(!t)return;let{view:r}=t,i=(n===null?null:await t.cardOf(n).catch(()=>null))?.neighbours.map(e=>e.n)??[],a=n===null?r.middle():r.ahead(n,e,i);a!==null&&await this.pick(a)}render(){return h`
      <div
        class="map"
        role="application"
        tabindex="0"
        data-testid="map"
        data-phase=${this.phase}
        aria-label=${T(`atlas.label`)}
      ></div>
      <rashin-map-words .card=${this.card} .regions=${this.regions}></rashin-map-words>
      ${this.phase===`ready`?this.furniture():this.waiting()}
      <div class="notices">
        <rashin-notice
          .problem=${this.problem}
          .retry=${this.again!==null}
          @retry=${()=>this.dismiss(!0)}
          @dismiss=${()=>this.dismiss(!1)}
        ></rashin-notice>
      </div>
      <rashin-help></rashin-help>
    `}waiting(){if(this.problem)return _;let[e,t]=pa(this.phase);return h`<div class="waiting" role="status"><h1>${e}</h1><p class="quiet">${t}</p></div>`}furniture(){let{chart:e}=this;if(!e)return _;let{map:t}=e;return h`
      <div class="left">
        <rashin-map-search
          .map=${t}
          .words=${this.words}
          .best=${this.best}
          ?busy=${this.searching}
          @words=${e=>this.lookFor(e.detail)}
          @go=${()=>this.goTo(this.best?.[0]?.n)}
          @pick=${e=>this.goTo(e.detail)}
        ></rashin-map-search>
        <rashin-legend
          class=${this.best?`pushed`:``}
          .columns=${t.columns}
          .column=${e.column}
          .alone=${e.alone}
          @column=${e=>void this.colourBy(e.detail)}
          @alone=${t=>{e.isolate(t.detail),this.requestUpdate()}}
        ></rashin-legend>
      </div>
      <rashin-hover-card
        .map=${t}
        .card=${this.hovered?.card??null}
        .x=${this.hovered?.x??0}
        .y=${this.hovered?.y??0}
        .src=${e.late.get(this.hovered?.card.n??-1)??this.hovered?.card.image??null}
      ></rashin-hover-card>
      ${this.card?h`<rashin-map-card
            class="side"
            .map=${t}
            .model=${this.model}
            .card=${this.card}
            .other=${this.other}
            .late=${e.late}
            ?choosing=${this.choosing}
            @close=${()=>this.close()}
            @walk=${e=>void this.pick(e.detail)}
            @choose=${()=>{this.choosing=!this.choosing}}
          ></rashin-map-card>`:_}
      <rashin-landing
        class="note-place"
        ?busy=${this.decoding}
        .landing=${this.landing}
        @cancel=${()=>this.cancelDecode()}
        @open=${e=>{this.cancelDecode(),this.pick(e.detail)}}
      ></rashin-landing>
      <rashin-map-corner
        class=${this.card?`shifted`:``}
        @zoom=${e=>this.chart?.view.zoomBy(e.detail)}
        @home=${()=>this.chart?.view.goHome()}
        @keys=${()=>this.help.open()}
      ></rashin-map-corner>
      <p class="quality" data-testid="quality" title=${T(`atlas.qualityHelp`)}>${ma(t,e.additions.length)}</p>
      ${this.touched||this.card||this.decoding||this.landing||this.words?_:h`<p class="hint">${T(`atlas.hint`)}</p>`}
    `}};z([x()],U.prototype,`chart`,void 0),z([x()],U.prototype,`model`,void 0),z([x()],U.prototype,`phase`,void 0),z([x()],U.prototype,`problem`,void 0),z([x()],U.prototype,`card`,void 0),z([x()],U.prototype,`other`,void 0),z([x()],U.prototype,`choosing`,void 0),z([x()],U.prototype,`words`,void 0),z([x()],U.prototype,`best`,void 0),z([x()],U.prototype,`searching`,void 0),z([x()],U.prototype,`hovered`,void 0),z([x()],U.prototype,`landing`,void 0),z([x()],U.prototype,`decoding`,void 0),z([x()],U.prototype,`touched`,void 0),z([x()],U.prototype,`regions`,void 0),z([S(`.map`)],U.prototype,`host`,void 0),z([S(`rashin-help`)],U.prototype,`help`,void 0),z([S(`rashin-map-search`)],U.prototype,`search`,void 0),U=z([y(`atlas-page`)],U);var ga={path:`/`,title:`nav.atlas`,order:1,mount(e){let t=document.createElement(`atlas-page`);return e.append(t),()=>t.remove()}};function _a(e){let t=O(e,`a step`),n=t.xy===null||t.xy===void 0?[]:k(t.xy);return{step:j(t.step),steps:j(t.steps),kind:t.kind===`noise`?`noise`:`denoise`,image:Dt(t.image),xy:n.length===2?[j(n[0]),j(n[1])]:null}}var va=e=>e==null?[]:k(e).map(_a);async function ya(e,t){let n=O(await R(`/scrubs`,{method:`POST`,body:{recipe:e},signal:t}),`the steps of a picture`),r=n.guidance_change??[];return{recipe:F(n.recipe),steps:va(n.steps),plain:va(n.without_guidance),change:k(r).map(e=>j(O(e,`a change`).mean_abs)),map:n.map===null||n.map===void 0?null:A(n.map)}}var ba=t({ScrubPage:()=>W,page:()=>Ca}),xa=450,Sa=160,W=class extends v{static{this.styles=[w,p`
      :host {
        display: grid;
        align-content: start;
        justify-items: center;
        gap: 16px;
        padding: 24px 20px;
      }
      .pair {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(240px, 380px));
        gap: 20px;
        justify-content: center;
        width: 100%;
      }
      figure {
        margin: 0;
      }
      figure img,
      .blank {
        display: block;
        width: 100%;
        aspect-ratio: 1;
        border-radius: var(--radius);
        background: #fff;
        box-shadow: var(--shadow);
      }
      figcaption {
        margin-top: 8px;
        font-size: 0.86rem;
        color: var(--soft);
        font-variant-numeric: tabular-nums;
      }
      .bar {
        display: grid;
        grid-template-columns: auto minmax(0, 1fr) auto;
        gap: 12px;
        align-items: center;
        width: min(780px, 100%);
      }
      input[type="range"] {
        width: 100%;
        min-height: 40px;
        accent-color: var(--accent);
      }
      .film {
        display: flex;
        gap: 6px;
        overflow-x: auto;
        max-width: min(780px, 100%);
        padding: 3px;
      }
      .film button {
        padding: 0;
        width: 64px;
        height: 64px;
        flex: none;
        overflow: hidden;
        background: #fff;
      }
      .film button[aria-current="true"] {
        outline: 2px solid var(--accent);
        outline-offset: 1px;
      }
      .film img {
        width: 100%;
        height: 100%;
        object-fit: cover;
      }
      .facts {
        display: flex;
        flex-wrap: wrap;
        gap: 24px;
        align-items: flex-start;
        justify-content: center;
      }
      .facts svg {
        background: var(--surface);
        border: 1px solid var(--line);
        border-radius: var(--radius);
      }
      .path {
        fill: none;
        stroke: var(--soft);
        stroke-width: 1.5;
      }
      .dot {
        fill: var(--soft);
      }
      .here {
        fill: var(--accent);
      }
      .column {
        fill: var(--line);
      }
      .column.now {
        fill: var(--accent);
      }
    `]}constructor(){super(),this.scrub=null,this.models=[],this.at=0,this.problem=null,this.playing=!1,this.gone=new AbortController,this.timer=0,new D(this)}connectedCallback(){super.connectedCallback(),this.gone=new AbortController,this.begin()}disconnectedCallback(){super.disconnectedCallback(),this.gone.abort(),clearInterval(this.timer)}async begin(){let e=new URLSearchParams(location.search);try{let t=JSON.parse(e.get(`recipe`)??`{"model":"emoji-vector","prompt":"smiling cat","seed":7}`);this.scrub=await ya(t,this.gone.signal);let n=this.scrub.steps.length-1,r=e.get(`at`);this.at=Math.max(0,Math.min(n,r===null?n:Number(r)||0)),this.models=await ii(this.gone.signal)}catch(e){this.gone.signal.aborted||(this.problem=I(e))}}go(e){let t=(this.scrub?.steps.length??1)-1;this.at=Math.max(0,Math.min(t,e));let n=new URLSearchParams(location.search);n.set(`at`,String(this.at)),Zr(n.toString())}play(){if(clearInterval(this.timer),this.playing=!this.playing,!this.playing)return;let e=(this.scrub?.steps.length??1)-1;this.at>=e&&this.go(0),this.timer=window.setInterval(()=>{this.at>=e?this.play():this.go(this.at+1)},xa)}render(){let{scrub:e,problem:t}=this;if(t)return h`<rashin-notice .problem=${t}></rashin-notice>`;if(!e)return h`<p class="quiet" role="status">${T(`common.loading`)}…</p>`;let n=e.steps[this.at];if(!n)return _;let r=n.kind===`denoise`?e.plain.find(e=>e.step===n.step):void 0,i=this.models.find(t=>t.id===e.recipe?.model);return h`<div class="pair">
        ${this.figure(n,this.words(n),`scrub-picture`)}
        ${r?this.figure(r,T(`scrub.plain`),`scrub-plain`):_}
      </div>
      <div class="bar">
        <button class="icon" data-testid="scrub-play" aria-pressed=${this.playing} aria-label=${T(`scrub.play`)} @click=${()=>this.play()}>
          ${C(`play`)}
        </button>
        <input
          type="range"
          data-testid="scrub-slider"
          aria-label=${T(`scrub.slider`)}
          aria-valuetext=${this.words(n)}
          min="0"
          max=${e.steps.length-1}
          .value=${String(this.at)}
          @input=${e=>this.go(Number(e.target.value))}
        />
        <span class="quiet">${this.at+1} / ${e.steps.length}</span>
      </div>
      <div class="film" role="group" aria-label=${T(`scrub.film`)}>
        ${e.steps.map((e,t)=>h`<button aria-current=${t===this.at} aria-label=${this.words(e)} @click=${()=>this.go(t)}>
              ${e.image?h`<img src=${e.image.url} alt="" />`:_}
            </button>`)}
      </div>
      <div class="facts">${this.chart(e)}${this.trail(e)}</div>
      ${i&&e.recipe?h`<a class="button" href=${xr(e.recipe,i)}>${T(`sweeps.open`)}</a>`:_}`}words(e){return T(e.kind===`noise`?`scrub.noising`:`scrub.step`,{step:e.step,steps:e.steps})}figure(e,t,n){return h`<figure data-testid=${n}>
      ${e.image?h`<img src=${e.image.url} alt=${t} />`:h`<div class="blank"></div>`}
      <figcaption>${t}</figcaption>
    </figure>`}chart(e){if(e.change.length===0)return _;let t=Math.max(...e.change,1e-6),n=Sa/e.change.length,r=e.steps[this.at]?.step;return h`<figure data-testid="scrub-change">
      <svg width=${Sa} height=${Sa} role="img" aria-label=${T(`scrub.change`)}>
        ${e.change.map((e,i)=>{let a=e/t*144;return g`<rect class=${i+1===r?`column now`:`column`} x=${i*n+3} y=${152-a} width=${Math.max(1,n-6)} height=${a} rx="3"></rect>`})}
      </svg>
      <figcaption>${T(`scrub.change`)}</figcaption>
    </figure>`}trail(e){let t=e.steps.flatMap((e,t)=>e.xy?[{index:t,xy:e.xy}]:[]);if(t.length<2)return _;let n=t.map(e=>e.xy[0]),r=t.map(e=>e.xy[1]),i=Math.max(Math.max(...n)-Math.min(...n),Math.max(...r)-Math.min(...r),1e-6),a=([e,t])=>[16+(e-Math.min(...n))/i*128,144-(t-Math.min(...r))/i*128],o=t.map(e=>({index:e.index,at:a(e.xy)}));return h`<figure data-testid="scrub-trail">
      <svg width=${Sa} height=${Sa} role="img" aria-label=${T(`scrub.trail`)}>
        <polyline class="path" points=${o.map(e=>e.at.join()).join(` `)}></polyline>
        ${o.map(e=>g`<circle class=${e.index===this.at?`here`:`dot`} cx=${e.at[0]} cy=${e.at[1]} r=${e.index===this.at?7:3}></circle>`)}
      </svg>
      <figcaption>${T(`scrub.trail`)}</figcaption>
    </figure>`}};z([x()],W.prototype,`scrub`,void 0),z([x()],W.prototype,`models`,void 0),z([x()],W.prototype,`at`,void 0),z([x()],W.prototype,`problem`,void 0),z([x()],W.prototype,`playing`,void 0),W=z([y(`scrub-page`)],W);var Ca={path:`/scrub`,title:`nav.scrub`,order:90,mount(e){let t=document.createElement(`scrub-page`);return e.append(t),()=>t.remove()}},wa=4,Ta=(e,t)=>({id:e,title:t,kind:`words`,min:0,max:0,choices:[],from:0,to:0});function Ea(e,t,n,r=!1,i=n.min,a=n.max){return{id:e,title:t,kind:r?`whole`:`figure`,min:n.min,max:n.max,choices:[],from:i,to:a}}function Da(e){let{steps:t,guidance:n,size:r,samplers:i}=e,a=t.choices.length>0,o=[];if(e.usesWords&&o.push(Ta(`prompt`,`studio.prompt.short`)),e.negativePrompt&&o.push(Ta(`negative_prompt`,`studio.negative.short`)),o.push(Ea(`seed`,`studio.seed`,{min:0,max:Jn},!0,1,6)),t.max>t.min&&o.push({...Ea(`steps`,`studio.steps`,t,!0,t.min,a?t.max:Math.min(t.max,40)),choices:a?t.choices.map(String):[],kind:a?`choice`:`whole`}),n.max>n.min&&o.push(Ea(`guidance_scale`,`studio.guidance`,n)),i.length>1&&o.push({...Ta(`sampler`,`studio.sampler`),kind:`choice`,choices:i}),e.imageToImage&&o.push(Ea(`strength`,`studio.strength`,{min:.01,max:1},!1,.2,.9)),r.sizes)for(let e of[`width`,`height`])o.push(Ea(e,`studio.${e}`,r.sizes,!0,r[e]/2,r[e]));for(let t of e.directions)o.push(Ea(`steering.${t.id}`,t.title,t));for(let t of e.loras)o.push(Ea(`lora.${t.id}`,t.title,t.range,!1,0,1));return o}function Oa(e){let t=e.kind===`choice`?e.choices.slice(0,6).join(`, `):``,n=e.kind===`words`||e.kind===`choice`?`list`:`range`,r=e.kind===`whole`?Math.min(6,e.to-e.from+1):5;return{knob:e.id,how:n,list:t,from:e.from,to:e.to,count:r}}var ka=e=>Number(e.toFixed(wa))+0;function Aa(e,t){let n=Math.max(1,Math.floor(e.count)),r=Array.from({length:n},(r,i)=>{let a=n===1?e.from:e.from+(e.to-e.from)*i/(n-1);return t?Math.round(a):ka(a)});return[...new Set(r)]}function ja(e,t){if(t.kind===`words`){let t=e.list.split(`
`).map(e=>e.trim());return{values:[...new Set(t.filter(e=>e!==``))],wrong:[]}}let n=e.list.split(/[,;\s]+/).filter(e=>e!==``);if(t.kind===`choice`){let e=n.filter(e=>t.choices.includes(e)),r=n.filter(e=>!t.choices.includes(e)),i=t.id===`steps`?e.map(Number):e;return{values:[...new Set(i)],wrong:r}}let r=t.kind===`whole`,i=e=>Number.isFinite(e)&&e>=t.min&&e<=t.max&&(!r||Number.isInteger(e));if(e.how===`range`){if(!Number.isFinite(e.from)||!Number.isFinite(e.to))return{values:[],wrong:[]};let t=Aa(e,r);return{values:t.filter(i),wrong:t.filter(e=>!i(e)).map(String)}}let a=n.map(Number).filter(i).map(ka);return{values:[...new Set(a)],wrong:n.filter(e=>!i(Number(e)))}}var Ma=1e3,Na=[`x`,`y`,`z`],Pa=e=>`/sweeps?${new URLSearchParams({recipe:JSON.stringify(e)})}`,Fa=e=>`/scrub?${new URLSearchParams({recipe:JSON.stringify(e)})}`;function Ia(e){let{conditioning:t,noise:n,weights:r,environment:i,format:a,...o}=e,s=sr(t),c=fr(n),l=t===``?{}:s===null?{conditioning:t}:{prompt:s};return{...o,...l,...c===null?{noise:n}:{seed:c}}}function La(e,t){let n=Da(t),r=e.axes.flatMap(e=>{let t=n.find(t=>t.id===e.knob);return t?[{knob:e.knob,values:ja(e,t).values}]:[]}),i=new Set(r.map(e=>e.knob)),{conditioning:a,noise:o,...s}=e.recipe;return{recipe:{...s,...a!==void 0&&!i.has(`prompt`)&&{conditioning:a},...o!==void 0&&!i.has(`seed`)&&{noise:o}},axes:r}}var Ra=e=>e.length===0?0:e.reduce((e,t)=>e*t.values.length,1);function za(e){if(!e.recipe)return null;let t=e.axes.map(e=>{let t=e.knob===`prompt`||e.knob===`negative_prompt`,n=e.values.join(t?`
`:`, `);return{knob:e.knob,how:`list`,list:n,from:0,to:1,count:e.values.length}});return{recipe:Ia(e.recipe),axes:t}}function Ba(e,t){let n=Da(t);return{recipe:e,axes:[n.find(e=>e.id.startsWith(`steering.`))??n.find(e=>e.id===`guidance_scale`),n.find(e=>e.id===`seed`)].flatMap(e=>e?[Oa(e)]:[])}}function Va(e){let t=e.how===`list`?[e.list]:[e.from,e.to,e.count];return[e.knob,e.how,...t].join(`~`)}function Ha(e,t){let[n=``,r,...i]=e.split(`~`),a=Da(t).find(e=>e.id===n);if(!a)return null;let o=Oa(a);if(r===`list`)return{...o,how:r,list:i.join(`~`)};let[s,c,l]=i.map(Number);return[s,c,l].every(e=>e!==void 0&&Number.isFinite(e))?{...o,how:`range`,from:s??0,to:c??1,count:l??1}:o}function Ua(e){let t=new URLSearchParams({recipe:JSON.stringify(e.recipe)});return e.axes.forEach((e,n)=>{let r=Na[n];r&&t.set(r,Va(e))}),t.toString()}function Wa(e){try{let t=JSON.parse(e??``);return typeof t!=`object`||!t||!(`model`in t)?null:typeof t.model==`string`?t:null}catch{return null}}function Ga(e,t,n){let r=new URLSearchParams(e),i=Wa(r.get(`recipe`)),a=t.find(e=>e.id===i?.model)??t[0];if(!a)return null;let o={model:a.id,...a.usesWords&&{prompt:n},seed:7},s=i&&i.model===a.id?i:o,c=Na.flatMap(e=>{let t=r.has(e)?Ha(r.get(e)??``,a):null;return t?[t]:[]});return{card:a,draft:c.length>0?{recipe:s,axes:c}:Ba(s,a)}}var Ka=class extends v{static{this.styles=[w,p`
      :host {
        display: flex;
        flex-direction: column;
        gap: 7px;
      }
      .row {
        display: flex;
        flex-wrap: wrap;
        gap: 7px;
        align-items: center;
      }
      .push {
        margin-right: auto;
      }
      .acts button,
      .acts a {
        flex: 1 1 0;
        white-space: nowrap;
      }
      @media (max-width: 760px) {
        .push {
          margin-right: 0;
        }
      }
    `]}constructor(){super(),this.recipe=null,this.back=!1,this.forth=!1,new D(this)}tell(e,t=null){this.dispatchEvent(new CustomEvent(e,{detail:t}))}render(){let{recipe:e}=this;return e?h`<div class="row">
        <button class="icon" data-testid="undo" aria-label=${T(`studio.undo`)} title=${T(`studio.undo`)} ?disabled=${!this.back} @click=${()=>this.tell(`undo`)}>
          ${C(`undo`)}
        </button>
        <button class="icon push" data-testid="redo" aria-label=${T(`studio.redo`)} title=${T(`studio.redo`)} ?disabled=${!this.forth} @click=${()=>this.tell(`redo`)}>
          ${C(`redo`)}
        </button>
        <rashin-copy-call .call=${{path:`/api/v1/renders`,body:{recipe:e}}}></rashin-copy-call>
        ${[`png`,`webp`].map(e=>h`<button data-testid="download-${e}" title=${T(`studio.download`)} @click=${()=>this.tell(`download`,e)}>
            ${C(`down`)}${T(`studio.${e}`)}
          </button>`)}
      </div>
      <div class="row acts">
        <a class="button" data-testid="open-sweep" href=${Pa(e)} title=${T(`studio.sweepHint`)}>
          ${C(`grid`)}${T(`studio.sweep`)}
        </a>
        <a class="button" data-testid="open-scrub" href=${Fa(e)} title=${T(`studio.scrubHint`)}>
          ${C(`steps`)}${T(`studio.scrub`)}
        </a>
        <button data-testid="verify" title=${T(`studio.verifyHint`)} @click=${()=>this.tell(`verify`)}>
          ${C(`check`)}${T(`studio.verify`)}
        </button>
      </div>`:_}};z([b({attribute:!1})],Ka.prototype,`recipe`,void 0),z([b({type:Boolean})],Ka.prototype,`back`,void 0),z([b({type:Boolean})],Ka.prototype,`forth`,void 0),Ka=z([y(`rashin-bench`)],Ka);var qa=class{constructor(e,t){this.host=e,this.take=t,this.over=!1,this.events=new AbortController,e.addController(this)}hostConnected(){this.events=new AbortController;let{signal:e}=this.events;window.addEventListener(`dragover`,e=>{e.dataTransfer?.types.includes(`Files`)&&(e.preventDefault(),this.hovering(!0))},{signal:e}),window.addEventListener(`dragleave`,e=>{e.relatedTarget===null&&this.hovering(!1)},{signal:e}),window.addEventListener(`drop`,e=>{this.hovering(!1);let t=[...e.dataTransfer?.files??[]];t.length!==0&&(e.preventDefault(),this.take(t))},{signal:e}),window.addEventListener(`paste`,e=>{let t=[...e.clipboardData?.files??[]];t.length>0&&this.take(t)},{signal:e})}hostDisconnected(){this.events.abort()}hovering(e){this.over!==e&&(this.over=e,this.host.requestUpdate())}},Ja=24,Ya=class extends v{static{this.styles=[w,p`
      :host {
        display: block;
      }
      header {
        display: flex;
        justify-content: space-between;
        align-items: center;
        min-height: 40px;
      }
      ul {
        list-style: none;
        padding: 0;
        margin: 4px 0 0;
        display: grid;
        grid-template-columns: repeat(auto-fill, minmax(64px, 1fr));
        gap: 8px;
      }
      li {
        position: relative;
        aspect-ratio: 1;
      }
      .take {
        position: absolute;
        inset: 0;
        padding: 0;
        border-radius: 14px;
        overflow: hidden;
        background: #fff;
        width: 100%;
        height: 100%;
      }
      .take:hover,
      .take[aria-current="true"] {
        border-color: var(--accent);
        box-shadow: 0 0 0 1px var(--accent);
      }
      img {
        width: 100%;
        height: 100%;
      }
      .star {
        position: absolute;
        right: -4px;
        top: -4px;
        border: 0;
        background: none;
        padding: 0;
        color: #667183;
        opacity: 0;
      }
      .star svg {
        width: 17px;
        height: 17px;
        paint-order: stroke;
        fill: #fff;
      }
      .star.on svg {
        fill: #e9a100;
        stroke: #a86f00;
      }
      li:hover .star,
      .star:focus-visible,
      .star.on {
        opacity: 1;
      }
      .star:hover:not(:disabled) {
        background: none;
      }
      @media (hover: none) {
        .star {
          opacity: 1;
        }
      }
      .more {
        width: 100%;
        margin-top: 10px;
      }
    `]}constructor(){super(),this.current=``,this.items=[],this.next=null,this.starred=!1,new D(this)}connectedCallback(){super.connectedCallback(),this.load()}add(e){(!this.starred||e.starred)&&(this.items=[e,...this.items.filter(t=>t.id!==e.id)])}async load(e){try{let t=await un({limit:Ja,...e!==void 0&&{cursor:e},...this.starred&&{starred:!0}}),n=new Set(e===void 0?[]:this.items.map(e=>e.id)),r=t.items.filter(e=>!n.has(e.id));this.items=e===void 0?r:[...this.items,...r],this.next=t.next}catch(e){this.dispatchEvent(new CustomEvent(`problem`,{detail:I(e)}))}}async star(e){let t=!e.starred,n=t=>{this.items=this.items.map(n=>n.id===e.id?{...n,starred:t}:n)};n(t);try{await hn(e.id,t)}catch(e){n(!t),this.dispatchEvent(new CustomEvent(`problem`,{detail:I(e)}))}}render(){let e=this.items.filter(e=>e.image!==null);return h`<header>
        <h2>${T(`studio.history`)}</h2>
        <button
          class="bare icon"
          aria-pressed=${this.starred}
          aria-label=${T(`studio.starred`)}
          title=${T(`studio.starred`)}
          @click=${()=>{this.starred=!this.starred,this.load()}}
        >
          ${C(`star`)}
        </button>
      </header>
      ${e.length===0?h`<p class="quiet">${T(`studio.historyEmpty`)}</p>`:_}
      <ul data-testid="history">
        ${e.map(e=>this.tile(e))}
      </ul>
      ${this.next===null?_:h`<button class="more" @click=${()=>void this.load(this.next??void 0)}>
            ${T(`common.more`)}
          </button>`}`}tile(e){let t=e.recipe?.conditioning.replace(/^"|"$/g,``)||e.recipe?.noise||e.id;return h`<li>
      <button
        class="take"
        title=${t}
        aria-label=${t}
        aria-current=${e.id===this.current}
        @click=${()=>this.dispatchEvent(new CustomEvent(`take`,{detail:e}))}
      >
        <img src=${e.image?.url??``} alt="" loading="lazy" />
      </button>
      <button
        class="icon star ${e.starred?`on`:``}"
        aria-label=${e.starred?T(`studio.unstar`):T(`studio.star`)}
        @click=${()=>void this.star(e)}
      >
        ${C(`star`)}
      </button>
    </li>`}};z([b()],Ya.prototype,`current`,void 0),z([x()],Ya.prototype,`items`,void 0),z([x()],Ya.prototype,`next`,void 0),z([x()],Ya.prototype,`starred`,void 0),Ya=z([y(`rashin-history`)],Ya);var Xa=class extends v{static{this.styles=[w,p`
      :host {
        display: grid;
        grid-template-columns: minmax(0, 1fr) auto;
        align-items: center;
        gap: 4px 12px;
      }
      span {
        font-size: 0.86rem;
        font-variant-numeric: tabular-nums;
        white-space: nowrap;
        overflow: hidden;
        text-overflow: ellipsis;
      }
      .bar {
        grid-column: 1 / -1;
        height: 3px;
        border-radius: 3px;
        overflow: hidden;
        background: var(--line);
      }
      .bar i {
        display: block;
        height: 100%;
        border-radius: 3px;
        background: var(--accent);
        width: var(--share, 40%);
        transition: width 0.2s;
      }
      .unknown i {
        animation: run 1s infinite ease-in-out;
      }
      @keyframes run {
        from {
          transform: translateX(-100%);
        }
        to {
          transform: translateX(260%);
        }
      }
      button {
        min-height: 30px;
        padding: 0 10px;
        font-size: 0.83rem;
      }
    `]}constructor(){super(),this.words=``,this.share=null,this.fixed=!1,new D(this)}updated(){this.share===null?this.style.removeProperty(`--share`):this.style.setProperty(`--share`,`${Math.round(this.share*1e3)/10}%`)}render(){let e=this.share===null?_:Math.round(this.share*100);return h`<span role="status">${this.words}</span>
      ${this.fixed?_:h`<button data-testid="cancel" @click=${()=>this.dispatchEvent(new Event(`cancel`))}>
            ${T(`common.cancel`)}
          </button>`}
      <div
        class="bar ${this.share===null?`unknown`:``}"
        role="progressbar"
        aria-label=${this.words}
        aria-valuemin="0"
        aria-valuemax="100"
        aria-valuenow=${e}
      >
        <i></i>
      </div>`}};z([b()],Xa.prototype,`words`,void 0),z([b({attribute:!1})],Xa.prototype,`share`,void 0),z([b({type:Boolean})],Xa.prototype,`fixed`,void 0),Xa=z([y(`rashin-progress`)],Xa);var Za=p`
  :host {
    display: grid;
    grid-template-columns: minmax(340px, 400px) minmax(360px, 1fr) minmax(190px, 250px);
    min-height: 100%;
    background: var(--paper);
  }
  .knobs,
  .memory {
    background: var(--surface);
    padding: 18px 20px 24px;
    display: flex;
    flex-direction: column;
    gap: 18px;
    overflow-y: auto;
    max-height: calc(100dvh - var(--bar));
  }
  .knobs {
    border-right: 1px solid var(--line);
  }
  .memory {
    border-left: 1px solid var(--line);
    padding-top: 10px;
  }
  .stage {
    display: flex;
    flex-direction: column;
    align-items: center;
    gap: 16px;
    padding: 24px;
    max-height: calc(100dvh - var(--bar));
    overflow-y: auto;
  }
  .easel {
    width: calc(min(100%, 640px, max(300px, calc(100dvh - var(--bar) - 320px))) * min(1, var(--ratio, 1)));
    position: relative;
    flex: none;
  }
  rashin-picture {
    box-shadow: var(--shadow);
  }
  .over {
    position: absolute;
    inset: 0;
    display: grid;
    place-content: center;
    text-align: center;
    padding: 20px;
    color: #566274;
    pointer-events: none;
    gap: 12px;
    justify-items: center;
  }
  .tag {
    position: absolute;
    left: 14px;
    top: 14px;
    padding: 5px 11px;
    border-radius: 20px;
    background: rgb(20 28 40 / 78%);
    color: #fff;
    font-size: 0.8rem;
    font-weight: 550;
  }
  .spin {
    width: 22px;
    height: 22px;
    border: 2.5px solid #d9dfe7;
    border-top-color: var(--accent);
    border-radius: 50%;
    animation: spin 0.8s linear infinite;
  }
  @keyframes spin {
    to {
      transform: rotate(1turn);
    }
  }
  rashin-progress {
    position: absolute;
    left: 50%;
    bottom: 14px;
    transform: translateX(-50%);
    width: min(340px, calc(100% - 28px));
    padding: 8px 10px 9px 14px;
    border-radius: 12px;
    border: 1px solid var(--line);
    background: color-mix(in srgb, var(--surface) 92%, transparent);
    box-shadow: var(--shadow-small);
  }
  rashin-bench,
  rashin-verdict,
  rashin-variations {
    width: min(100%, 640px);
  }
  .toast {
    position: fixed;
    left: 50%;
    bottom: 22px;
    transform: translateX(-50%);
    background: var(--ink);
    color: var(--surface);
    padding: 10px 16px;
    border-radius: 12px;
    box-shadow: var(--shadow);
    z-index: 9;
  }
  rashin-notice {
    width: min(100%, 640px);
  }
  rashin-notice:not(.on) {
    display: none;
  }
  .veil {
    position: fixed;
    inset: var(--bar) 0 0;
    z-index: 30;
    display: grid;
    place-content: center;
    pointer-events: none;
    font-size: 1.3rem;
    font-weight: 600;
    background: color-mix(in srgb, var(--surface) 84%, transparent);
    border: 3px dashed var(--accent);
  }
  @media (max-width: 1080px) {
    :host {
      grid-template-columns: minmax(320px, 380px) minmax(0, 1fr);
      grid-template-rows: auto auto;
    }
    .memory {
      grid-column: 1 / -1;
      border-left: 0;
      border-top: 1px solid var(--line);
      max-height: none;
    }
  }
  @media (max-width: 760px) {
    :host {
      display: flex;
      flex-direction: column;
    }
    .stage,
    .knobs,
    .memory {
      max-height: none;
      overflow: visible;
    }
    .stage {
      display: contents;
    }
    .easel {
      position: sticky;
      top: 0;
      z-index: 3;
      width: 100%;
      padding: 12px 0;
      background: var(--paper);
      border-bottom: 1px solid var(--line);
      display: grid;
      justify-content: center;
      order: 0;
    }
    .easel rashin-picture {
      width: calc(min(56vw, 34dvh) * min(1, var(--ratio, 1)));
      box-shadow: var(--shadow-small);
    }
    .knobs {
      order: 1;
      border: 0;
      padding: 16px;
    }
    rashin-variations {
      order: 2;
      padding: 16px;
      width: 100%;
    }
    rashin-bench {
      order: 3;
      padding: 0 16px 16px;
      width: 100%;
    }
    rashin-verdict {
      order: 3;
      padding: 0 16px 16px;
      width: 100%;
    }
    rashin-progress {
      bottom: 4px;
    }
    rashin-notice {
      order: 1;
      padding: 12px 16px 0;
      width: 100%;
    }
    .memory {
      order: 4;
      padding: 10px 16px 32px;
    }
  }
  @media (min-width: 2200px) {
    :host {
      grid-template-columns: 480px 1fr 380px;
    }
    .easel,
    rashin-bench,
    rashin-verdict,
    rashin-variations {
      width: min(100%, 960px, calc(100dvh - var(--bar) - 300px));
    }
  }
`;function G(e,t,n=`now`){let r={patch:t,pace:n};e.dispatchEvent(new CustomEvent(`knob`,{detail:r,bubbles:!0,composed:!0}))}function Qa(e){e.dispatchEvent(new Event(`settle`,{bubbles:!0,composed:!0}))}var K=class extends v{constructor(...e){super(...e),this.name=``,this.label=``,this.min=0,this.max=1,this.step=.01,this.value=0,this.home=0}static{this.styles=[w,p`
      :host {
        display: block;
      }
      label {
        display: grid;
        grid-template-columns: var(--slider-columns, 124px 1fr 44px);
        align-items: center;
        gap: 10px;
        min-height: 40px;
        font-size: 0.92rem;
      }
      output {
        font-variant-numeric: tabular-nums;
        text-align: right;
        font-size: 0.85rem;
        color: var(--soft);
      }
      .moved output {
        color: var(--accent);
        font-weight: 600;
      }
      input {
        appearance: none;
        width: 100%;
        height: 40px;
        margin: 0;
        background: none;
        cursor: pointer;
        touch-action: pan-y;
      }
      input::-webkit-slider-runnable-track {
        height: 4px;
        border-radius: 4px;
        background: linear-gradient(
          to right,
          var(--line) var(--low),
          var(--accent) var(--low) var(--high),
          var(--line) var(--high)
        );
      }
      input::-moz-range-track {
        height: 4px;
        border-radius: 4px;
        background: linear-gradient(
          to right,
          var(--line) var(--low),
          var(--accent) var(--low) var(--high),
          var(--line) var(--high)
        );
      }
      input::-webkit-slider-thumb {
        appearance: none;
        width: 20px;
        height: 20px;
        margin-top: -8px;
        border-radius: 50%;
        background: #fff;
        border: 1px solid rgb(20 28 40 / 22%);
        box-shadow: 0 1px 4px rgb(8 14 24 / 30%);
      }
      input::-moz-range-thumb {
        width: 18px;
        height: 18px;
        border-radius: 50%;
        background: #fff;
        border: 1px solid rgb(20 28 40 / 22%);
        box-shadow: 0 1px 4px rgb(8 14 24 / 30%);
      }
      input:focus-visible {
        border-radius: 8px;
        outline-offset: -4px;
      }
    `]}updated(e){let t=e=>(e-this.min)/(this.max-this.min||1)*100,[n,r]=[t(this.home),t(this.value)];this.style.setProperty(`--low`,`${Math.min(n,r)}%`),this.style.setProperty(`--high`,`${Math.max(n,r)}%`)}tell(e,t){this.value=t,this.dispatchEvent(new CustomEvent(e,{detail:t}))}reset(){this.tell(`slide`,this.home),this.tell(`settle`,this.home)}render(){let e=this.value!==this.home,t=this.step>=1?0:this.step>=.1?1:2;return h`<label class=${e?`moved`:``} @dblclick=${()=>this.reset()}>
      <span>${this.label}</span>
      <input
        type="range"
        data-testid=${this.name}
        min=${this.min}
        max=${this.max}
        step=${this.step}
        .value=${String(this.value)}
        @input=${()=>this.tell(`slide`,this.input.valueAsNumber)}
        @change=${()=>this.tell(`settle`,this.input.valueAsNumber)}
      />
      <output>${this.value.toFixed(t)}</output>
    </label>`}};z([b()],K.prototype,`name`,void 0),z([b()],K.prototype,`label`,void 0),z([b({type:Number})],K.prototype,`min`,void 0),z([b({type:Number})],K.prototype,`max`,void 0),z([b({type:Number})],K.prototype,`step`,void 0),z([b({type:Number})],K.prototype,`value`,void 0),z([b({type:Number})],K.prototype,`home`,void 0),z([S(`input`)],K.prototype,`input`,void 0),K=z([y(`rashin-slider`)],K);var q=p`
  .field,
  label.group {
    display: block;
  }
  textarea {
    width: 100%;
    resize: none;
    field-sizing: content;
    min-height: 76px;
    max-height: 220px;
    border: 1px solid var(--line);
    border-radius: 12px;
    padding: 11px 14px;
    background: var(--sunken);
    font-size: 1.1rem;
    line-height: 1.4;
    display: block;
  }
  textarea:focus,
  textarea:focus-visible {
    outline: none;
    border-color: var(--accent);
    box-shadow: 0 0 0 1px var(--accent);
  }
  .segments,
  .chips {
    display: flex;
    flex-wrap: wrap;
    gap: 6px;
  }
  .chips button,
  .segments button {
    padding: 0 12px;
    font-weight: 500;
  }
  .chips button {
    border-radius: 20px;
    font-size: 0.86rem;
  }
  h2:first-child {
    margin-bottom: 7px;
  }
  .figure {
    min-height: 40px;
    border: 1px solid var(--line);
    border-radius: var(--radius-small);
    background: var(--sunken);
    padding: 0 10px;
    font-variant-numeric: tabular-nums;
    appearance: textfield;
  }
  .figure::-webkit-inner-spin-button {
    display: none;
  }
  select {
    width: 100%;
    min-height: 40px;
    border: 1px solid var(--line);
    border-radius: var(--radius-small);
    background: var(--sunken);
    padding: 0 8px;
    font-size: 0.92rem;
  }
  option {
    background: var(--surface);
    color: var(--ink);
  }
  .titled {
    display: flex;
    justify-content: space-between;
    align-items: center;
    min-height: 28px;
  }
  .titled h2:first-child {
    margin-bottom: 0;
  }
  .titled button {
    min-height: 28px;
    padding: 0 8px;
    color: var(--soft);
    font-size: 0.83rem;
  }
  .expression {
    background: var(--sunken);
    border: 1px solid var(--line);
    border-radius: var(--radius-small);
    padding: 10px 12px;
  }
  .expression h2:first-child {
    margin-bottom: 0;
  }
  .expression code {
    font-size: 0.8rem;
    overflow-wrap: anywhere;
    display: block;
    margin: 4px 0 8px;
  }
`,$a=class extends v{static{this.styles=[w,q,p`
      :host {
        display: flex;
        flex-direction: column;
        gap: 12px;
      }
      .pair {
        display: flex;
        flex-wrap: wrap;
        gap: 12px 18px;
        align-items: flex-end;
      }
      .pair > .group {
        flex: 1 1 130px;
      }
      .size {
        display: flex;
        align-items: center;
        gap: 6px;
      }
      .size input {
        width: 76px;
      }
    `]}constructor(){super(),this.card=null,this.studio=null,new D(this)}render(){let{card:e,studio:t}=this;if(!e||!t)return _;let n=e.samplers.length>1;return h`
      ${e.steps.max>e.steps.min?this.steps(e,t):_}
      ${e.guidance.max>e.guidance.min?this.guidance(e,t):_}
      ${n||e.size.sizes?h`<div class="pair">
            ${n?this.sampler(e,t):_} ${e.size.sizes?this.size(e,t):_}
          </div>`:_}
    `}steps(e,t){return e.steps.choices.length===0?h`<rashin-slider
        name="steps"
        label=${T(`studio.steps`)}
        .min=${e.steps.min}
        .max=${e.steps.max}
        .step=${1}
        .value=${t.steps}
        .home=${e.steps.default}
        @slide=${e=>G(this,{steps:e.detail},`drag`)}
        @settle=${()=>Qa(this)}
      ></rashin-slider>`:h`<div class="group">
      <h2>${T(`studio.steps`)}</h2>
      <div class="segments" data-testid="steps">
        ${e.steps.choices.map(e=>h`<button
              class="icon"
              data-testid="steps-${e}"
              aria-pressed=${e===t.steps}
              @click=${()=>G(this,{steps:e})}
            >
              ${e}
            </button>`)}
      </div>
    </div>`}guidance(e,t){return h`<rashin-slider
      name="guidance"
      label=${T(`studio.guidance`)}
      .min=${e.guidance.min}
      .max=${e.guidance.max}
      .step=${.1}
      .value=${t.guidance}
      .home=${e.guidance.default}
      @slide=${e=>G(this,{guidance:e.detail},`drag`)}
      @settle=${()=>Qa(this)}
    ></rashin-slider>`}sampler(e,t){return h`<label class="group">
      <h2>${T(`studio.sampler`)}</h2>
      <select
        data-testid="sampler"
        @change=${e=>G(this,{sampler:e.target.value})}
      >
        ${e.samplers.map(e=>h`<option value=${e} .selected=${e===t.sampler}>${e.replaceAll(`_`,` `)}</option>`)}
      </select>
    </label>`}size(e,t){let{sizes:n}=e.size;if(!n)return _;let r=r=>h`<input
        class="figure"
        type="number"
        inputmode="numeric"
        data-testid=${r}
        aria-label=${T(`studio.${r}`)}
        min=${n.min}
        max=${n.max}
        step=${n.multiple}
        .value=${String(t[r])}
        @change=${n=>{let i=n.target,a=er(e,i.valueAsNumber||t[r],t[r]);i.value=String(a),G(this,{[r]:a})}}
      />`;return h`<div class="group" role="group" aria-label=${T(`studio.size`)}>
      <h2>${T(`studio.size`)}</h2>
      <div class="size">
        ${r(`width`)}<span class="quiet">×</span>${r(`height`)}
        <button
          class="bare icon"
          data-testid="swap-sides"
          aria-label=${T(`studio.swapSides`)}
          title=${T(`studio.swapSides`)}
          ?disabled=${t.width===t.height}
          @click=${()=>G(this,{width:t.height,height:t.width})}
        >
          ${C(`swap`)}
        </button>
      </div>
    </div>`}};z([b({attribute:!1})],$a.prototype,`card`,void 0),z([b({attribute:!1})],$a.prototype,`studio`,void 0),$a=z([y(`rashin-depth-knobs`)],$a);var eo=class extends v{static{this.styles=[w,p`
      :host {
        display: block;
        background: var(--sunken);
        border: 1px solid var(--line);
        border-radius: 12px;
        padding: 10px;
      }
      .row {
        display: grid;
        grid-template-columns: 56px minmax(0, 1fr) auto;
        gap: 12px;
        align-items: center;
      }
      img {
        width: 56px;
        height: 56px;
        object-fit: contain;
        border-radius: 10px;
        background: #fff;
      }
      p {
        margin: 2px 0 0;
        font-size: 0.87rem;
        color: var(--soft);
      }
      .again {
        min-height: 28px;
        padding: 0;
        color: var(--accent);
        border: 0;
        background: none;
      }
    `]}constructor(){super(),this.card=null,this.sha256=``,this.method=null,new D(this)}render(){let e=this.card?.inversions??[],t=e.find(e=>e.id===this.method)??e[0];return h`<div class="row" data-testid="inverted">
      <img src="${L}/images/${this.sha256}.png" alt="" />
      <div>
        <h2>${T(`studio.inverted`)}</h2>
        <p>
          ${t?E(t.title):this.method??``}
          ${e.length>1?h`<button class="again" @click=${()=>this.dispatchEvent(new Event(`again`))}>
                ${T(`studio.invertedOther`)}
              </button>`:``}
        </p>
      </div>
      <button
        class="bare icon"
        aria-label=${T(`studio.expressionClear`)}
        title=${T(`studio.expressionClear`)}
        @click=${()=>G(this,{noise:null})}
      >
        ${C(`close`)}
      </button>
    </div>`}};z([b({attribute:!1})],eo.prototype,`card`,void 0),z([b()],eo.prototype,`sha256`,void 0),z([b()],eo.prototype,`method`,void 0),eo=z([y(`rashin-inverted`)],eo);var to=1200,no=2e4,ro=class{constructor(e,t){this.host=e,this.waiting=t,this.memory=null,this.connected=!1,e.addController(this)}hostConnected(){this.connected=!0,this.look()}hostDisconnected(){this.connected=!1,clearTimeout(this.timer)}of(e){return this.memory?.models.find(t=>t.id===e)??null}async look(){clearTimeout(this.timer);try{this.memory=await cn(),this.host.requestUpdate()}catch{}if(!this.connected)return;let e=this.waiting()||this.memory?.models.some(e=>e.state===`loading`);this.timer=setTimeout(()=>void this.look(),e?to:no)}},io=[`B`,`kB`,`MB`,`GB`,`TB`];function ao(e){let[t,n]=[e,0];for(;t>=1e3&&n<io.length-1;)t/=1e3,n+=1;return`${t>=100||n===0?Math.round(t):Number(t.toFixed(1))} ${io[n]}`}var oo=4,so=class extends v{static{this.styles=[w,q,p`
      :host {
        display: block;
      }
      .note {
        display: flex;
        align-items: center;
        gap: 8px;
        min-height: 22px;
        margin: 6px 0 0;
        font-size: 0.83rem;
        color: var(--soft);
      }
      .note span {
        flex: 1;
      }
      .note button {
        min-height: 28px;
        padding: 0 9px;
        font-size: 0.82rem;
      }
      i.dot {
        width: 8px;
        height: 8px;
        border-radius: 50%;
        flex: none;
        background: var(--good);
      }
      .cold i.dot {
        background: none;
        border: 1.5px solid var(--faint);
      }
      .loading i.dot {
        background: var(--warn);
        animation: pulse 0.9s infinite alternate;
      }
      .failed i.dot {
        background: var(--accent);
      }
      @keyframes pulse {
        to {
          opacity: 0.25;
        }
      }
      .bar {
        height: 3px;
        border-radius: 3px;
        overflow: hidden;
        background: var(--line);
        margin-top: 6px;
      }
      .bar i {
        display: block;
        height: 100%;
        width: 40%;
        border-radius: 3px;
        background: var(--accent);
        animation: run 1s infinite ease-in-out;
      }
      @keyframes run {
        from {
          transform: translateX(-100%);
        }
        to {
          transform: translateX(260%);
        }
      }
    `]}constructor(){super(),this.models=[],this.card=null,this.memory=null,new D(this)}choose(e){this.dispatchEvent(new CustomEvent(`model`,{detail:e}))}render(){let{card:e}=this;if(!e)return _;let{length:t}=this.models,n=t>oo?this.list(e):t>1?this.row(e):_,r=this.memory?.models.find(t=>t.id===e.id)??null;return h`${n===_?_:h`<h2 id="title">${T(`studio.model`)}</h2>`} ${n}
      ${r?this.note(e,r):_}
      ${e.notes.map(e=>h`<p class="note">${E(e)}</p>`)}`}row(e){return h`<div class="segments" data-testid="model" role="group" aria-labelledby="title">
      ${this.models.map(t=>h`<button
            data-testid="model-${t.id}"
            title=${E(t.summary)}
            aria-pressed=${t.id===e.id}
            @click=${()=>this.choose(t)}
          >
            ${E(t.title)}
          </button>`)}
    </div>`}list(e){return h`<select
      data-testid="model"
      aria-labelledby="title"
      @change=${e=>{let t=e.target.value,n=this.models.find(e=>e.id===t);n&&this.choose(n)}}
    >
      ${this.models.map(t=>h`<option value=${t.id} .selected=${t.id===e.id}>${E(t.title)}</option>`)}
    </select>`}note(e,t){if(e.resident&&t.state===`ready`)return _;let n=t.bytes_needed,r=this.memory?.free_bytes??null,i=n===null||t.state===`ready`?``:r===null?T(`studio.modelNeeds`,{need:ao(n)}):T(`studio.modelNeedsOf`,{need:ao(n),free:ao(r)}),a=n!==null&&r!==null&&n>r&&t.state===`cold`,o=[T(`studio.model.${t.state}`),i].filter(e=>e!==``).join(` · `);return h`<p class="note ${t.state}" role="status" data-testid="model-state" data-state=${t.state}>
        <i class="dot"></i><span>${t.state===`failed`&&t.error?t.error:o}</span>
        ${t.state===`cold`||t.state===`failed`?h`<button
              data-testid="model-load"
              @click=${()=>this.dispatchEvent(new CustomEvent(`load`,{detail:e.id}))}
            >
              ${T(t.state===`cold`?`studio.modelLoad`:`common.retry`)}
            </button>`:_}
      </p>
      ${t.state===`loading`?h`<div class="bar" role="progressbar" aria-label=${o}><i></i></div>`:_}
      ${a?h`<p class="note">${T(`studio.modelTight`)}</p>`:_}`}};z([b({attribute:!1})],so.prototype,`models`,void 0),z([b({attribute:!1})],so.prototype,`card`,void 0),z([b({attribute:!1})],so.prototype,`memory`,void 0),so=z([y(`rashin-model-chooser`)],so);var co=class extends v{static{this.styles=[w,q,p`
      :host {
        display: block;
        min-width: 0;
      }
      .seed {
        display: flex;
        gap: 4px;
      }
      .seed input {
        width: 106px;
      }
      .seen {
        display: flex;
        gap: 5px;
        margin-top: 8px;
        padding: 2px;
        overflow-x: auto;
        scrollbar-width: none;
      }
      .seen button {
        padding: 0;
        width: 40px;
        min-width: 40px;
        height: 40px;
        border-radius: 10px;
        overflow: hidden;
        background: #fff;
      }
      .seen button[aria-current="true"] {
        border-color: var(--accent);
        box-shadow: 0 0 0 1px var(--accent);
      }
      .seen img {
        width: 100%;
        height: 100%;
        object-fit: cover;
      }
    `]}constructor(){super(),this.seed=0,this.locked=!0,this.seen=[],new D(this)}put(e){G(this,{seed:e,noise:null,first:null,second:null})}render(){return h`<h2><label for="seed">${T(`studio.seed`)}</label></h2>
      <div class="seed">
        <input
          id="seed"
          class="figure"
          type="number"
          inputmode="numeric"
          data-testid="seed"
          min="0"
          max=${Jn}
          .value=${String(this.seed)}
          @input=${e=>{let t=e.target.valueAsNumber;Number.isInteger(t)&&t>=0&&t<=Jn&&this.put(t)}}
        />
        <button
          class="icon"
          data-testid="roll"
          aria-label=${T(`studio.roll`)}
          title=${T(`studio.roll`)}
          @click=${()=>this.put(Xn())}
        >
          ${C(`dice`)}
        </button>
        <button
          class="icon"
          data-testid="lock"
          aria-pressed=${this.locked}
          aria-label=${T(`studio.lock`)}
          title=${this.locked?T(`studio.unlock`):T(`studio.lock`)}
          @click=${()=>this.dispatchEvent(new CustomEvent(`lock`,{detail:!this.locked}))}
        >
          ${C(this.locked?`lock`:`unlock`)}
        </button>
      </div>
      ${this.seen.length>1?this.strip():_}`}strip(){return h`<div class="seen" role="group" aria-label=${T(`studio.seenSeeds`)} data-testid="seen-seeds">
      ${this.seen.map(e=>h`<button
            data-testid="seen-${e.seed}"
            aria-label=${T(`atlas.seed`,{seed:e.seed})}
            title=${T(`atlas.seed`,{seed:e.seed})}
            aria-current=${e.seed===this.seed}
            @click=${()=>this.put(e.seed)}
          >
            <img src=${e.url} alt="" loading="lazy" />
          </button>`)}
    </div>`}};z([b({type:Number})],co.prototype,`seed`,void 0),z([b({type:Boolean})],co.prototype,`locked`,void 0),z([b({attribute:!1})],co.prototype,`seen`,void 0),co=z([y(`rashin-seed-knob`)],co);var lo=class extends v{static{this.styles=[w,q,p`
      :host {
        display: block;
      }
      .empty {
        width: 100%;
        min-height: 52px;
        border: 1.5px dashed var(--line);
        background: var(--sunken);
        font-weight: 450;
        color: var(--soft);
        justify-content: flex-start;
      }
      u {
        color: var(--accent);
        text-underline-offset: 3px;
      }
      .row {
        display: grid;
        grid-template-columns: 72px minmax(0, 1fr) auto;
        gap: 12px;
        align-items: center;
      }
      img {
        width: 72px;
        height: 72px;
        object-fit: contain;
        border-radius: 12px;
        border: 1px solid var(--line);
        background: #fff;
      }
      rashin-slider {
        --slider-columns: 72px minmax(0, 1fr) 38px;
      }
    `]}constructor(){super(),this.image=null,this.strength=Yn,new D(this)}render(){return h`<h2>${T(`studio.start`)}</h2>
      ${this.image===null?this.empty():this.full(this.image)}
      <input
        type="file"
        class="off"
        data-testid="start-file"
        tabindex="-1"
        aria-label=${T(`studio.choose`)}
        accept="image/png,image/jpeg,image/webp"
        @change=${()=>{let e=[...this.input.files??[]];this.dispatchEvent(new CustomEvent(`start`,{detail:e})),this.input.value=``}}
      />`}empty(){return h`<button class="empty" data-testid="start-choose" @click=${()=>this.input.click()}>
      ${C(`image`)}<span>${T(`studio.startHint`)} <u>${T(`studio.choose`)}</u></span>
    </button>`}full(e){return h`<div class="row">
      <img src="${L}/images/${e}.png" alt=${T(`studio.start`)} data-testid="start-image" />
      <rashin-slider
        name="strength"
        label=${T(`studio.strength`)}
        title=${T(`studio.strengthHint`)}
        .min=${.05}
        .max=${1}
        .step=${.05}
        .value=${this.strength}
        .home=${Yn}
        @slide=${e=>G(this,{strength:e.detail},`drag`)}
        @settle=${()=>Qa(this)}
      ></rashin-slider>
      <button
        class="bare icon"
        data-testid="start-away"
        aria-label=${T(`studio.removePicture`)}
        title=${T(`studio.removePicture`)}
        @click=${()=>G(this,{image:null})}
      >
        ${C(`close`)}
      </button>
    </div>`}};z([b()],lo.prototype,`image`,void 0),z([b({type:Number})],lo.prototype,`strength`,void 0),z([S(`input[type=file]`)],lo.prototype,`input`,void 0),lo=z([y(`rashin-start-picture`)],lo);var uo=class extends v{static{this.styles=[w,p`
      .pair {
        display: grid;
        grid-template-columns: 1fr 1fr;
        gap: 10px;
      }
      figure {
        margin: 0;
        position: relative;
      }
      .slot {
        width: 100%;
        aspect-ratio: 1;
        border-radius: 14px;
        border: 1.5px dashed var(--line);
        background: var(--sunken);
        display: flex;
        flex-direction: column;
        align-items: center;
        justify-content: center;
        text-align: center;
        gap: 6px;
        padding: 10px;
        font-size: 0.84rem;
        font-weight: 450;
        color: var(--soft);
        overflow: hidden;
      }
      .slot.full {
        padding: 0;
        border-style: solid;
        background: #fff;
      }
      img {
        width: 100%;
        height: 100%;
        object-fit: contain;
      }
      figcaption {
        font-size: 0.82rem;
        color: var(--soft);
        margin-top: 5px;
      }
      .away {
        position: absolute;
        top: 4px;
        right: 4px;
        border-radius: 50%;
        background: rgb(255 255 255 / 88%);
        color: #141c28;
      }
      u {
        color: var(--accent);
        text-underline-offset: 3px;
      }
    `]}constructor(){super(),this.first=null,this.second=null,this.t=.5,new D(this)}tell(e,t){this.dispatchEvent(new CustomEvent(e,{detail:t}))}slot_(e){let t=this[e],n=T(`studio.${e}`);return t===null?h`<figure>
        <button class="slot" @click=${()=>this.input.click()}>
          ${C(`image`)}<span>${T(`studio.dropHint`)} <u>${T(`studio.choose`)}</u></span>
        </button>
        <figcaption>${n}</figcaption>
      </figure>`:h`<figure>
      <div class="slot full"><img src="${L}/images/${t}.png" alt=${n} data-testid="original-${e}" /></div>
      <button class="bare icon away" aria-label=${T(`studio.removePicture`)} @click=${()=>this.tell(`away`,e)}>
        ${C(`close`)}
      </button>
      <figcaption>${n} · ${T(`studio.original`)}</figcaption>
    </figure>`}render(){return h`<div class="pair">${this.slot_(`first`)}${this.slot_(`second`)}</div>
      <input
        type="file"
        class="off"
        data-testid="file"
        tabindex="-1"
        aria-label=${T(`studio.choose`)}
        accept="image/png,image/jpeg,image/webp"
        multiple
        @change=${()=>{this.tell(`files`,[...this.input.files??[]]),this.input.value=``}}
      />
      ${this.second===null?_:h`<rashin-slider
            name="slider-t"
            label=${T(`studio.betweenTwo`)}
            .value=${this.t}
            .home=${.5}
            @slide=${e=>this.tell(`slide`,e.detail)}
            @settle=${e=>this.tell(`settle`,e.detail)}
          ></rashin-slider>`}`}};z([b()],uo.prototype,`first`,void 0),z([b()],uo.prototype,`second`,void 0),z([b({type:Number})],uo.prototype,`t`,void 0),z([S(`input[type=file]`)],uo.prototype,`input`,void 0),uo=z([y(`rashin-uploads`)],uo);function fo(e,t){let n=/^(.*?)(?:,\s*|^)([^,]+?)\s+style\s*$/i.exec(e),r=n?.[2]?.trim().toLowerCase(),i=t.find(e=>e.toLowerCase()===r);return n&&i!==void 0?[(n[1]??``).replace(/[,\s]+$/,``),i]:[e,null]}var po=(e,t)=>fo(e,t)[1];function mo(e,t,n){let[r]=fo(e,t),i=r.replace(/[,\s]+$/,``);return n===null?i:i===``?`${n} style`:`${i}, ${n} style`}var ho=class extends v{static{this.styles=[w,q,p`
      :host {
        display: flex;
        flex-direction: column;
        gap: 12px;
      }
      .small {
        min-height: 46px;
        font-size: 0.95rem;
      }
      .add {
        align-self: flex-start;
        min-height: 30px;
        padding: 0 8px 0 4px;
        color: var(--soft);
        font-size: 0.86rem;
      }
      .switch {
        display: flex;
        align-items: center;
        gap: 10px;
        min-height: 40px;
        font-size: 0.92rem;
        cursor: pointer;
      }
      .switch small {
        color: var(--soft);
      }
      input[type="checkbox"] {
        width: 20px;
        height: 20px;
        accent-color: var(--accent);
        margin: 0;
        flex: none;
      }
    `]}constructor(){super(),this.card=null,this.studio=null,this.locked=!0,this.open=!1,new D(this)}enter(e){e.key!==`Enter`||e.shiftKey||e.isComposing||(e.preventDefault(),Qa(this))}typed(e,t){let n=t.target.value;G(this,{[e]:n,...this.locked?{}:{seed:Xn(),noise:null}},`typing`)}render(){let{card:e,studio:t}=this;return!e||!t?_:h`<label class="field">
        <h2>${T(`studio.prompt`)}</h2>
        <textarea
          data-testid="prompt"
          maxlength="2000"
          spellcheck="false"
          placeholder=${T(`studio.promptPlaceholder`)}
          .value=${t.prompt}
          @input=${e=>this.typed(`prompt`,e)}
          @keydown=${e=>this.enter(e)}
        ></textarea>
      </label>
      ${e.styles.length>0?this.styles_(e,t):_}
      ${e.promptWeighting?this.weighting(t):_}
      ${e.negativePrompt?this.negative(t):_}`}styles_(e,t){let n=po(t.prompt,e.styles),r=n=>G(this,{prompt:mo(t.prompt,e.styles,n)});return h`<div class="group">
      <h2>${T(`studio.style`)}</h2>
      <div class="chips" data-testid="style">
        <button aria-pressed=${n===null} @click=${()=>r(null)}>${T(`studio.noStyle`)}</button>
        ${e.styles.map(e=>h`<button data-testid="style-${e}" aria-pressed=${n===e} @click=${()=>r(e)}>${e}</button>`)}
      </div>
    </div>`}weighting(e){return h`<label class="switch">
      <input
        type="checkbox"
        data-testid="weighted"
        .checked=${e.weighted}
        @change=${e=>G(this,{weighted:e.target.checked})}
      />
      <span>${T(`studio.weighting`)} <small>${T(`studio.weightingHint`)}</small></span>
    </label>`}negative(e){return e.negative===``&&!this.open?h`<button
        class="bare add"
        data-testid="add-negative"
        @click=${async()=>{this.open=!0,await this.updateComplete,this.renderRoot.querySelector(`[data-testid=negative]`)?.focus()}}
      >
        ${C(`plus`)}${T(`studio.negative`)}
      </button>`:h`<label class="field">
      <h2>${T(`studio.negative`)}</h2>
      <textarea
        class="small"
        data-testid="negative"
        maxlength="2000"
        spellcheck="false"
        placeholder=${T(`studio.negativePlaceholder`)}
        .value=${e.negative}
        @input=${e=>this.typed(`negative`,e)}
        @keydown=${e=>this.enter(e)}
      ></textarea>
    </label>`}};z([b({attribute:!1})],ho.prototype,`card`,void 0),z([b({attribute:!1})],ho.prototype,`studio`,void 0),z([b({type:Boolean})],ho.prototype,`locked`,void 0),z([x()],ho.prototype,`open`,void 0),ho=z([y(`rashin-words-knob`)],ho);var J=class extends v{static{this.styles=[w,q]}constructor(){super(),this.models=[],this.card=null,this.studio=null,this.memory=null,this.seen=[],this.locked=!0,new D(this)}tell(e,t=null){this.dispatchEvent(new CustomEvent(e,{detail:t}))}render(){let{card:e,studio:t}=this;return!e||!t?_:h`
      <rashin-model-chooser
        .models=${this.models}
        .card=${e}
        .memory=${this.memory}
        @model=${e=>this.tell(`model`,e.detail)}
        @load=${e=>this.tell(`load`,e.detail)}
      ></rashin-model-chooser>
      ${e.usesWords?this.words(e,t):this.pictures(t)}
      ${t.noise===null?_:this.noise(e,t.noise)}
      ${e.imageToImage?h`<rashin-start-picture
            .image=${t.image}
            .strength=${t.strength}
            @start=${e=>this.tell(`start`,e.detail)}
          ></rashin-start-picture>`:_}
      <rashin-seed-knob
        .seed=${t.seed}
        .locked=${this.locked}
        .seen=${this.seen}
        @lock=${e=>{this.locked=e.detail}}
      ></rashin-seed-knob>
      <rashin-depth-knobs .card=${e} .studio=${t}></rashin-depth-knobs>
      ${e.loras.length>0?this.loras(e.loras,t):_}
      ${e.directions.length>0?this.directions(e.directions,t):_}
    `}words(e,t){return t.conditioning===null?h`<rashin-words-knob .card=${e} .studio=${t} .locked=${this.locked}></rashin-words-knob>`:this.expression(t.conditioning,{conditioning:null})}pictures(e){return h`<rashin-uploads
        .first=${e.first}
        .second=${e.second}
        .t=${e.t}
        @files=${e=>this.tell(`files`,e.detail)}
        @away=${t=>G(this,t.detail===`second`?{second:null}:{first:e.second,second:null})}
        @slide=${e=>G(this,{t:e.detail},`drag`)}
        @settle=${()=>Qa(this)}
      ></rashin-uploads>
      <button
        data-testid="sample"
        @click=${()=>G(this,{seed:Xn(),noise:null,first:null,second:null})}
      >
        ${C(`dice`)}${T(`studio.sample`)}
      </button>`}noise(e,t){let n=pr(t);return n?h`<rashin-inverted
      .card=${e}
      .sha256=${n.sha256}
      .method=${n.method}
      @again=${()=>this.tell(`invert`,n.sha256)}
    ></rashin-inverted>`:this.expression(t,{noise:null})}expression(e,t){return h`<div class="expression">
      <h2>${T(`studio.expression`)}</h2>
      <code>${e}</code>
      <button @click=${()=>G(this,t)}>${T(`studio.expressionClear`)}</button>
    </div>`}loras(e,t){return h`<div class="group">
      ${this.titled(T(`studio.loras`),t.loras,{loras:{}})}
      ${e.map(e=>h`<rashin-slider
            name="lora-${e.id}"
            label=${E(e.title)}
            .min=${e.range.min}
            .max=${e.range.max}
            .step=${.05}
            .value=${t.loras[e.id]??0}
            @slide=${t=>G(this,{loras:{...this.studio?.loras,[e.id]:t.detail}},`drag`)}
            @settle=${()=>Qa(this)}
          ></rashin-slider>`)}
    </div>`}directions(e,t){return h`<div class="group" title=${T(`studio.slidersHint`)}>
      ${this.titled(T(`studio.sliders`),t.scales,{scales:{}})}
      ${e.map(e=>h`<rashin-slider
          name="slider-${e.id}"
          label=${E(e.title)}
          .min=${e.min}
          .max=${e.max}
          .step=${e.step}
          .value=${t.scales[e.id]??0}
          @slide=${t=>G(this,{scales:{...this.studio?.scales,[e.id]:t.detail}},`drag`)}
          @settle=${()=>Qa(this)}
        ></rashin-slider>`)}
    </div>`}titled(e,t,n){return h`<div class="titled">
      <h2>${e}</h2>
      <button
        class="bare"
        data-testid=${`loras`in n?`reset-loras`:`reset`}
        ?hidden=${Object.values(t).every(e=>e===0)}
        @click=${()=>G(this,n)}
      >
        ${T(`studio.reset`)}
      </button>
    </div>`}};z([b({attribute:!1})],J.prototype,`models`,void 0),z([b({attribute:!1})],J.prototype,`card`,void 0),z([b({attribute:!1})],J.prototype,`studio`,void 0),z([b({attribute:!1})],J.prototype,`memory`,void 0),z([b({attribute:!1})],J.prototype,`seen`,void 0),z([x()],J.prototype,`locked`,void 0),J=z([y(`rashin-studio-knobs`)],J);var go=e=>typeof e==`number`&&Number.isFinite(e)?j(e):null;function _o(e){let t=O(e,`a candidate`),n=N(t.scores);return{method:A(t.method),noise:A(t.noise),recipe:F(t.recipe),render:kt(t.render),psnr_db:go(n.psnr_db),ssim:go(n.ssim)}}var vo=e=>k(O(e,`the candidates`).candidates).map(_o),yo=async(e,t)=>vo(await R(`/inversions`,{method:`POST`,body:e,signal:t})),bo=class extends v{static{this.styles=[w,p`
      :host {
        display: block;
      }
      .quiet {
        margin: 0 0 12px;
      }
      ul {
        list-style: none;
        margin: 0;
        padding: 0;
        display: grid;
        grid-template-columns: repeat(auto-fill, minmax(150px, 1fr));
        gap: 14px;
      }
      li {
        display: flex;
        flex-direction: column;
        gap: 5px;
      }
      img {
        width: 100%;
        aspect-ratio: 1;
        object-fit: contain;
        border-radius: 12px;
        border: 1px solid var(--line);
        background: #fff;
      }
      .best img {
        border-color: var(--accent);
        box-shadow: 0 0 0 1px var(--accent);
      }
      b {
        font-size: 0.9rem;
        font-weight: 600;
      }
      small {
        color: var(--soft);
        font-size: 0.83rem;
        font-variant-numeric: tabular-nums;
        flex: 1;
      }
      footer {
        margin-top: 14px;
      }
      @media (max-width: 460px) {
        ul {
          grid-template-columns: 1fr 1fr;
          gap: 10px;
        }
      }
    `]}constructor(){super(),this.sha256=``,this.card=null,this.candidates=[],new D(this)}scores(e){return[e.psnr_db===null?``:`${e.psnr_db.toFixed(1)} dB`,e.ssim===null?``:`SSIM ${e.ssim.toFixed(2)}`].filter(e=>e!==``).join(` · `)}render(){return h`<p class="quiet">${T(`studio.inversionHint`)}</p>
      <ul>
        <li>
          <img src="${L}/images/${this.sha256}.png" alt=${T(`studio.original`)} />
          <b>${T(`studio.original`)}</b>
        </li>
        ${this.candidates.map((e,t)=>this.one(e,t))}
      </ul>
      <footer>
        <button @click=${()=>this.dispatchEvent(new Event(`back`))}>${T(`studio.back`)}</button>
      </footer>`}one(e,t){let n=this.card?.inversions.find(t=>t.id===e.method),r=n?E(n.title):e.method;return h`<li class=${t===0?`best`:``}>
      <img src=${e.render.image?.url??``} alt=${r} data-testid="candidate-${t}" />
      <b>${r}</b>
      <small title=${T(`studio.scoresHint`)}>${this.scores(e)}${t===0?` · ${T(`studio.closest`)}`:``}</small>
      <button
        class=${t===0?`primary`:``}
        data-testid="pick-${t}"
        @click=${()=>this.dispatchEvent(new CustomEvent(`pick`,{detail:e}))}
      >
        ${T(`studio.pick`)}
      </button>
    </li>`}};z([b()],bo.prototype,`sha256`,void 0),z([b({attribute:!1})],bo.prototype,`card`,void 0),z([b({attribute:!1})],bo.prototype,`candidates`,void 0),bo=z([y(`rashin-candidates`)],bo);var xo=p`
  dialog {
    border: 1px solid var(--line);
    border-radius: var(--radius);
    background: var(--surface);
    color: var(--ink);
    box-shadow: var(--shadow);
    padding: 14px 18px 20px;
    width: min(640px, calc(100vw - 24px));
    max-height: calc(100dvh - 24px);
    overflow-y: auto;
  }
  dialog::backdrop {
    background: rgb(8 14 24 / 45%);
  }
  header {
    display: flex;
    justify-content: space-between;
    align-items: center;
    margin-bottom: 10px;
  }
  h2 {
    font-size: 1.1rem;
    color: var(--ink);
  }
  .choose {
    display: grid;
    grid-template-columns: 200px minmax(0, 1fr);
    gap: 18px;
    align-items: start;
  }
  .mine {
    width: 100%;
    aspect-ratio: 1;
    object-fit: contain;
    border-radius: 14px;
    border: 1px solid var(--line);
    background: #fff;
  }
  .ways {
    display: grid;
    gap: 8px;
  }
  .way {
    justify-content: flex-start;
    text-align: left;
    padding: 11px 14px;
    gap: 14px;
    width: 100%;
  }
  .way span {
    display: block;
  }
  .way b {
    display: block;
    font-weight: 600;
    font-size: 0.95rem;
  }
  .way small {
    display: block;
    font-size: 0.84rem;
    font-weight: 400;
    color: var(--soft);
  }
  .way .with {
    color: var(--faint);
  }
  .way svg.i {
    color: var(--accent);
  }
  .wait {
    display: grid;
    justify-items: center;
    gap: 12px;
    padding: 6px 0 4px;
    min-height: 230px;
    align-content: center;
  }
  .wait .mine {
    width: 132px;
  }
  .wait p {
    margin: 0;
    color: var(--soft);
  }
  .bar {
    width: min(320px, 100%);
    height: 3px;
    border-radius: 3px;
    overflow: hidden;
    background: var(--line);
  }
  .bar i {
    display: block;
    height: 100%;
    width: 40%;
    border-radius: 3px;
    background: var(--accent);
    animation: run 1s infinite ease-in-out;
  }
  @keyframes run {
    from {
      transform: translateX(-100%);
    }
    to {
      transform: translateX(260%);
    }
  }
  @media (max-width: 560px) {
    .choose {
      grid-template-columns: 1fr;
      justify-items: center;
    }
    .choose > .mine {
      width: 132px;
    }
    .ways {
      width: 100%;
    }
  }
`,Y=class extends v{static{this.styles=[w,xo]}constructor(){super(),this.models=[],this.card=null,this.prompt=``,this.sha256=``,this.stage=`choose`,this.model=null,this.candidates=[],this.problem=null,this.abort=new AbortController,new D(this)}disconnectedCallback(){super.disconnectedCallback(),this.abort.abort()}open(e){this.begin(e),this.stage=`choose`}openInversion(e){this.begin(e);let t=this.able(e=>e.inversions.length>0);t&&this.invert(t)}begin(e){this.sha256=e,this.problem=null,this.candidates=[],this.dialog.open||this.dialog.showModal()}close(){this.abort.abort(),this.dialog.close()}able(e){return this.card&&e(this.card)?this.card:this.models.find(e)??null}choose(e){this.dispatchEvent(new CustomEvent(`choose`,{detail:{...e,sha256:this.sha256}})),this.close()}async invert(e){this.abort.abort(),this.abort=new AbortController;let{signal:t}=this.abort;this.stage=`inverting`,this.model=e,this.problem=null;try{let n=e.usesWords&&this.prompt!==``?{prompt:this.prompt}:{},r=await yo({image:this.sha256,model:e.id,...n},t);if(t.aborted)return;this.candidates=r,this.stage=`pick`}catch(e){if(t.aborted)return;this.problem=I(e),this.stage=`choose`}}render(){let e=T(this.stage===`choose`?`studio.takeTitle`:`studio.inversionTitle`);return h`<dialog data-testid="take-picture" aria-label=${e} @close=${()=>this.abort.abort()}>
      <header>
        <h2>${e}</h2>
        <button class="bare icon" aria-label=${T(`common.close`)} @click=${()=>this.close()}>${C(`close`)}</button>
      </header>
      ${this.sha256===``?_:this.body()}
    </dialog>`}body(){return this.stage===`inverting`?this.inverting():this.stage===`pick`&&this.model?h`<rashin-candidates
        .sha256=${this.sha256}
        .card=${this.model}
        .candidates=${this.candidates}
        @pick=${e=>{this.model&&this.choose({as:`noise`,model:this.model,candidate:e.detail})}}
        @back=${()=>{this.stage=`choose`}}
      ></rashin-candidates>`:this.choices()}choices(){let e=this.able(e=>e.imageToImage),t=this.able(e=>e.inversions.length>0),n=this.models.find(e=>e.family===`vae`)??this.models.find(e=>!e.usesWords);return h`<div class="choose">
      <img class="mine" src="${L}/images/${this.sha256}.png" alt=${T(`studio.original`)} />
      <div class="ways">
        <rashin-notice
          ?hidden=${!this.problem}
          .problem=${this.problem}
          @dismiss=${()=>{this.problem=null}}
        ></rashin-notice>
        ${e?this.way(`start`,e,()=>this.choose({as:`start`,model:e})):_}
        ${t?this.way(`invert`,t,()=>void this.invert(t)):_}
        ${n?this.way(`pair`,n,()=>this.choose({as:`pair`,model:n})):_}
        ${e||t||n?_:h`<p class="quiet">${T(`studio.takeNone`)}</p>`}
      </div>
    </div>`}way(e,t,n){return h`<button class="way" data-testid="take-${e}" @click=${n}>
      ${C({start:`image`,invert:`spark`,pair:`between`}[e])}
      <span
        ><b>${T(`studio.take.${e}`)}</b><small>${T(`studio.take.${e}Hint`)}</small>
        ${t===this.card?_:h`<small class="with">${T(`studio.takeWith`,{model:E(t.title)})}</small>`}</span
      >
    </button>`}inverting(){return h`<div class="wait" role="status">
      <img class="mine" src="${L}/images/${this.sha256}.png" alt="" />
      <p>${T(`studio.inverting`)}</p>
      <div class="bar" role="progressbar" aria-label=${T(`studio.inverting`)}><i></i></div>
      <button
        data-testid="invert-cancel"
        @click=${()=>{this.abort.abort(),this.stage=`choose`}}
      >
        ${T(`common.cancel`)}
      </button>
    </div>`}};z([b({attribute:!1})],Y.prototype,`models`,void 0),z([b({attribute:!1})],Y.prototype,`card`,void 0),z([b()],Y.prototype,`prompt`,void 0),z([x()],Y.prototype,`sha256`,void 0),z([x()],Y.prototype,`stage`,void 0),z([x()],Y.prototype,`model`,void 0),z([x()],Y.prototype,`candidates`,void 0),z([x()],Y.prototype,`problem`,void 0),z([S(`dialog`)],Y.prototype,`dialog`,void 0),Y=z([y(`rashin-take-picture`)],Y);function So(e,t,n){return Array.from({length:n},(n,r)=>{let i=e[r];return i?.pin?i:{seed:t+r+1,pin:!1}})}var Co=(e,t)=>e.map(e=>e.pin?e:{seed:t(),pin:!1}),wo=6,X=class extends v{static{this.styles=[w,p`
      :host {
        display: block;
      }
      header {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 4px 6px;
        margin-bottom: 8px;
        min-height: 40px;
      }
      .tabs {
        display: flex;
        gap: 2px;
        margin-right: auto;
      }
      .tabs button {
        min-height: 34px;
        font-size: 0.84rem;
        padding: 0 10px;
        color: var(--soft);
      }
      .tabs button[aria-pressed="true"] {
        background: none;
        border-color: transparent;
        color: var(--ink);
        text-decoration: underline;
        text-decoration-color: var(--accent);
        text-decoration-thickness: 2px;
        text-underline-offset: 7px;
      }
      rashin-slider {
        flex: 0 1 240px;
        --slider-columns: max-content minmax(60px, 1fr) 38px;
      }
      .ask {
        width: 100%;
        min-height: 64px;
        border-style: dashed;
        color: var(--soft);
      }
    `]}constructor(){super(),this.card=null,this.studio=null,this.dear=!1,this.mode=`seeds`,this.amount=.35,this.seeds=[],this.likes=[],this.recipes=[],this.asked=``,this.own=NaN,this.around=NaN,new D(this)}willUpdate(e){let{studio:t,card:n}=this;if(!t||!n)return;this.likes.length===0&&(this.likes=Array.from({length:wo},(e,t)=>({seed:t+1,pin:!1}))),e.has(`studio`)&&t.seed!==this.around&&t.seed!==this.own&&(this.seeds=So(this.seeds,t.seed,wo),this.around=t.seed,this.own=NaN);let r=this.row(t,n).map(e=>or({...t,...e},n));JSON.stringify(r)!==JSON.stringify(this.recipes)&&(this.recipes=r)}row(e,t){if(this.mode===`seeds`||!t.usesWords)return this.seeds.map(({seed:e})=>({seed:e,noise:null,first:null,second:null}));let n=ir(e)??`noise(${e.seed})`,r=Number(this.amount.toFixed(2));return this.likes.map(({seed:e})=>({noise:`vary(${n}, amount=${r}, seed=${e})`}))}roll(){this.mode===`seeds`?this.seeds=Co(this.seeds,Xn):this.likes=Co(this.likes,Xn)}pin(e){let t=t=>t.map((t,n)=>n===e?{...t,pin:!t.pin}:t);this.mode===`seeds`?this.seeds=t(this.seeds):this.likes=t(this.likes)}take({index:e}){let{studio:t,card:n}=this,r=t&&n?this.row(t,n)[e]:void 0;r&&(r.seed!==void 0&&(this.own=r.seed),G(this,r))}render(){let{studio:e,card:t}=this;if(!e||!t)return _;let n=this.mode===`seeds`?this.seeds:this.likes,r=n.map(({seed:e})=>this.mode===`seeds`?T(`atlas.seed`,{seed:e}):T(`studio.variation`,{n:e})),i=JSON.stringify(this.recipes);return h`<header>
        <div class="tabs" role="group" aria-label=${T(`studio.variationsKind`)}>
          ${this.tab(`seeds`,T(`studio.variations`))}
          ${t.usesWords?this.tab(`like`,T(`studio.moreLike`)):_}
        </div>
        ${this.mode===`like`?h`<rashin-slider
              name="amount"
              label=${T(`studio.amount`)}
              .min=${.05}
              .max=${1}
              .step=${.05}
              .value=${this.amount}
              .home=${.35}
              @settle=${e=>{this.amount=e.detail}}
            ></rashin-slider>`:_}
        <button class="bare icon" data-testid="roll-row" aria-label=${T(`studio.rollRow`)} title=${T(`studio.rollRow`)} @click=${()=>this.roll()}>
          ${C(`dice`)}
        </button>
      </header>
      ${this.dear&&this.asked!==i?h`<button
            class="ask"
            data-testid="make-row"
            @click=${()=>{this.asked=i}}
          >
            ${C(`spark`)}${T(`studio.makeRow`,{n:wo})}
          </button>`:h`<rashin-strip
            name="variation"
            class="six"
            data-testid="variations"
            .recipes=${this.recipes}
            .titles=${r}
            .pins=${n.map(e=>e.pin)}
            @pin=${e=>this.pin(e.detail)}
            @take=${e=>this.take(e.detail)}
          ></rashin-strip>`}`}tab(e,t){return h`<button
      class="bare"
      data-testid="row-${e}"
      aria-pressed=${this.mode===e}
      @click=${()=>{this.mode=e}}
    >
      ${t}
    </button>`}};z([b({attribute:!1})],X.prototype,`card`,void 0),z([b({attribute:!1})],X.prototype,`studio`,void 0),z([b({type:Boolean})],X.prototype,`dear`,void 0),z([x()],X.prototype,`mode`,void 0),z([x()],X.prototype,`amount`,void 0),z([x()],X.prototype,`seeds`,void 0),z([x()],X.prototype,`likes`,void 0),z([x()],X.prototype,`recipes`,void 0),z([x()],X.prototype,`asked`,void 0),X=z([y(`rashin-variations`)],X);var To=class extends v{static{this.styles=[w,p`
      :host {
        display: block;
      }
      :host(:not([open])) {
        display: none;
      }
      .box {
        display: flex;
        gap: 12px;
        align-items: flex-start;
        padding: 10px 8px 10px 14px;
        background: var(--raised);
        border: 1px solid var(--line);
        border-left: 3px solid var(--soft);
        border-radius: var(--radius-small);
      }
      .identical {
        border-left-color: var(--good);
      }
      .perceptually_identical {
        border-left-color: var(--warn);
      }
      .different {
        border-left-color: var(--accent);
      }
      .said {
        flex: 1;
        min-width: 0;
        padding: 3px 0;
      }
      b {
        font-weight: 600;
        font-size: 0.94rem;
      }
      ul {
        margin: 4px 0 0;
        padding-left: 18px;
        color: var(--soft);
        font-size: 0.87rem;
        overflow-wrap: anywhere;
      }
      .figure {
        color: var(--soft);
        font-size: 0.87rem;
        font-variant-numeric: tabular-nums;
      }
      .box > button {
        min-height: 32px;
        min-width: 32px;
      }
    `]}constructor(){super(),this.recipe=``,this.verified=null,this.running=!1,this.progress=0,this.problem=null,this.abort=new AbortController,new D(this)}disconnectedCallback(){super.disconnectedCallback(),this.abort.abort()}willUpdate(e){e.has(`recipe`)&&e.get(`recipe`)!==void 0&&this.close()}updated(){this.toggleAttribute(`open`,this.running||this.verified!==null||this.problem!==null)}close(){this.abort.abort(),this.running=!1,this.verified=null,this.problem=null}async begin(e){this.recipe=e,await this.updateComplete,this.close(),this.abort=new AbortController;let{signal:t}=this.abort;this.running=!0,this.progress=0;try{let n=await pn(e,e=>{this.progress=e},t);if(t.aborted)return;this.verified=n}catch(e){if(t.aborted)return;this.problem=I(e)}this.running=!1}render(){if(this.problem)return h`<rashin-notice .problem=${this.problem} @dismiss=${()=>this.close()}></rashin-notice>`;if(this.running)return h`<div class="box" role="status">
        <div class="said">
          <b>${T(`studio.verifying`)}</b>
          ${this.progress>0?h`<span class="figure">${Math.round(this.progress*100)} %</span>`:_}
        </div>
        <button @click=${()=>this.close()}>${T(`common.cancel`)}</button>
      </div>`;let{verified:e}=this;if(!e)return _;let t=e.psnr_db;return h`<div class="box ${e.verdict}" role="status" data-testid="verdict" data-verdict=${e.verdict}>
      <div class="said">
        <b>${T(`studio.verdict.${e.verdict}`)}</b>
        ${e.verdict!==`identical`&&t!==null?h`<span class="figure"> · ${t.toFixed(1)} dB</span>`:_}
        ${e.reasons.length>0?h`<ul>
              ${e.reasons.map(e=>h`<li>${e}</li>`)}
            </ul>`:_}
      </div>
      <button class="bare icon" aria-label=${T(`common.close`)} @click=${()=>this.close()}>${C(`close`)}</button>
    </div>`}};z([b()],To.prototype,`recipe`,void 0),z([x()],To.prototype,`verified`,void 0),z([x()],To.prototype,`running`,void 0),z([x()],To.prototype,`progress`,void 0),z([x()],To.prototype,`problem`,void 0),To=z([y(`rashin-verdict`)],To);var Eo=`rashin.seeds`,Do=12,Oo=(e,t)=>[t,...e.filter(e=>e.seed!==t.seed)].slice(0,Do);function ko(e){try{let t=JSON.parse(e??`[]`);return Array.isArray(t)?t.filter(e=>Number.isInteger(e?.seed)&&typeof e?.url==`string`).filter(e=>e.url.startsWith(`/api/`)).slice(0,Do):[]}catch{return[]}}var Ao=()=>ko(sessionStorage.getItem(Eo));function jo(e){let t=Oo(Ao(),e);return sessionStorage.setItem(Eo,JSON.stringify(t)),t}var Mo=100,No=class{constructor(e){this.present=e,this.past=[],this.future=[]}record(e){JSON.stringify(e)!==JSON.stringify(this.present)&&(this.past.push(this.present),this.past.length>Mo&&this.past.shift(),this.present=e,this.future=[])}back(){let e=this.past.pop();return e===void 0?null:(this.future.push(this.present),this.present=e,e)}forth(){let e=this.future.pop();return e===void 0?null:(this.past.push(this.present),this.present=e,e)}get canGoBack(){return this.past.length>0}get canGoForth(){return this.future.length>0}},Po=`studio`,Fo=120,Io=110,Lo=1200,Ro=500,zo=600,Bo=class{constructor(e,t){this.host=e,this.events=t,this.drawn=!1,this.slow=!1,this.dear=!1,this.step=null,this.busy=!1,this.sluggish=!1,this.draft=!1,this.wanted=null,e.addController(this)}hostConnected(){V().watch(Po,{frame:e=>{this.drawn=!0,this.step=e.final?null:{step:e.step,steps:e.steps},this.events.frame(e),this.host.requestUpdate()},done:(e,t,n)=>{this.working(!1),this.sluggish=n>Io,this.dear=n>Lo,this.events.done()},failed:e=>{this.working(!1),this.events.failed(e)}})}hostDisconnected(){clearTimeout(this.askTimer),clearTimeout(this.slowTimer),V().forget(Po)}follow(e,t,n){this.wanted={studio:e,card:t},n===`drag`&&(this.draft||=this.sluggish),clearTimeout(this.askTimer),n===`typing`?this.askTimer=setTimeout(()=>this.ask(),this.dear?Ro:Fo):n===`drag`&&this.dear||this.ask()}settle(){let e=!this.draft;this.draft=!1,e||this.ask()}cancel(){clearTimeout(this.askTimer),V().cancel(Po),this.working(!1)}rest(){this.working(!1)}ask(){if(!this.wanted)return;let{studio:e,card:t}=this.wanted,n=(this.draft?nr(t,e.steps):null)??e.steps;V().ask(Po,or({...e,steps:n},t),this.dear||!t.resident),this.working(!0)}working(e){clearTimeout(this.slowTimer),this.busy=e,e?this.slow||(this.slowTimer=setTimeout(()=>{this.slow=!0,this.host.requestUpdate()},zo)):(this.slow=!1,this.step=null),this.host.requestUpdate()}},Vo=class{constructor(e){this.page=e}async files(e){let{page:t}=this;for(let n of e.slice(0,2))try{let r=await gn(n),i=t.models().find(e=>e.id===r.recipe?.model);r.recipe&&i?(t.restore(mr(r.recipe,i)),t.say(T(`studio.dropRestored`))):e.length>1||t.card()?.usesWords===!1?this.pair(r.sha256):t.ask(r.sha256)}catch(e){t.failed(e)}}async start([e]){let t=this.page.studio();if(e&&t)try{let{sha256:n}=await gn(e);this.page.restore({...this.page.studio()??t,image:n})}catch(e){this.page.failed(e)}}chosen({as:e,sha256:t,model:n,candidate:r}){if(e===`pair`){this.pair(t);return}if(r?.recipe){this.page.restore(mr(r.recipe,n));return}let i=this.page.studio()??Zn(n,``),a=i.model===n.id?i:tr(i,n),o=r?.noise??null;this.page.restore({...a,...e===`noise`?{noise:o}:{image:t}})}pair(e){let t=this.page.models(),n=t.find(e=>e.family===`vae`)??t.find(e=>!e.usesWords);if(!n)return;let r=this.page.studio(),i=r?.model===n.id?r:Zn(n,r?.prompt??``),a=i.first===null?{first:e}:{second:e,t:.5};this.page.restore({...i,noise:null,...a})}},Ho=t({StudioPage:()=>Z,page:()=>Wo}),Uo=1100,Z=class extends v{static{this.styles=[w,Za]}constructor(){super(),this.models=[],this.card=null,this.studio=null,this.problem=null,this.kept=null,this.seen=Ao(),this.toast=``,this.taking=new Vo({models:()=>this.models,card:()=>this.card,studio:()=>this.studio,restore:e=>this.restore(e),ask:e=>this.chooser.open(e),say:e=>this.say(e),failed:e=>this.fail(e)}),this.drops=new qa(this,e=>void this.taking.files(e)),this.drawing=new Bo(this,{frame:e=>void this.picture.show(new Blob([e.picture],{type:e.mime})),done:()=>{this.problem=null,this.keepDue&&this.keepNow()},failed:e=>this.fail(e)}),this.memory=new ro(this,()=>this.drawing.slow),this.undo=null,this.stops=[],this.keepDue=!1,this.wasSlow=!1,this.keepAbort=new AbortController,new D(this)}connectedCallback(){super.connectedCallback();let e=new AbortController,{signal:t}=e;window.addEventListener(`keydown`,e=>this.key(e),{signal:t}),window.addEventListener(`popstate`,()=>this.read(),{signal:t}),this.stops.push(()=>e.abort(),jn(e=>{e===`ready`&&(this.card===null?this.load():(!this.drawing.drawn||this.problem)&&this.draw())})),this.load()}disconnectedCallback(){super.disconnectedCallback();for(let e of this.stops.splice(0))e();for(let e of[this.meantTimer,this.toastTimer])clearTimeout(e);this.keepAbort.abort()}updated(e){let{studio:t}=this;t&&this.style.setProperty(`--ratio`,String(Number((t.width/t.height).toFixed(4)))),this.drawing.slow!==this.wasSlow&&this.memory.look(),this.wasSlow=this.drawing.slow}fail(e){e instanceof DOMException&&e.name===`AbortError`||(this.problem=I(e),this.drawing.rest(),this.keepDue=!1,Nn())}async load(){try{this.models=await sn(),this.problem=null,this.read()}catch(e){this.fail(e)}}read(){let e=br(location.search,this.models,T(`studio.promptPlaceholder`));e&&(this.card=e.card,this.studio=e.state,this.undo??=new No(e.state),this.draw())}draw(e=`now`){this.studio&&this.card&&this.drawing.follow(this.studio,this.card,e)}change(e,t=`now`){this.studio&&(this.studio={...this.studio,...e},this.keepDue=!1,this.draw(t),clearTimeout(this.meantTimer),this.meantTimer=setTimeout(()=>this.settle(),Uo))}settle(){this.drawing.settle(),this.meant()}meant(){clearTimeout(this.meantTimer),this.studio&&this.card&&(this.undo?.record(this.studio),Zr(_r(this.studio,this.card)),this.drawing.busy?this.keepDue=!0:this.keepNow(),this.requestUpdate())}keepNow(){this.keepDue=!1,this.keep().catch(e=>this.fail(e))}async keep(){let{studio:e,card:t}=this;if(!e||!t)return null;this.keepAbort.abort(),this.keepAbort=new AbortController;let{signal:n}=this.keepAbort,r=await dn(or(e,t),{view:`studio-kept`,signal:n});return n.aborted||!r.image?null:(this.kept=r,this.history?.add(r),e.noise===null&&e.first===null&&(this.seen=jo({seed:e.seed,url:r.image.url})),r)}restore(e){let t=this.models.find(t=>t.id===e.model);t&&(this.card=t,this.studio=e,this.draw(),this.meant())}step(e){let t=e===`back`?this.undo?.back():this.undo?.forth();t&&this.restore(t)}key(e){(e.ctrlKey||e.metaKey)&&e.key.toLowerCase()===`z`&&(e.composedPath()[0]instanceof HTMLTextAreaElement||(e.preventDefault(),this.step(e.shiftKey?`forth`:`back`)))}say(e){this.toast=e,clearTimeout(this.toastTimer),this.toastTimer=setTimeout(()=>{this.toast=``},3500)}switchModel(e){e!==this.card&&this.studio&&(this.card=e,this.studio=tr(this.studio,e),this.change({}),this.memory.look())}async loadModel(e){try{let t=ln(e);setTimeout(()=>void this.memory.look(),200),await t,await this.memory.look()}catch(e){this.fail(e)}}async download(e){try{let t=await this.keep();if(!t?.image)return;let n=document.createElement(`a`);n.href=t.image.url.replace(/\.(png|webp)$/,`.${e}`),n.download=`${((this.card?.usesWords?this.studio?.prompt:this.studio?.model)??`picture`).replace(/[^\p{L}\p{N}]+/gu,`-`).slice(0,60)||`picture`}-${this.studio?.seed??0}.${e}`,n.click()}catch(e){this.fail(e)}}async verify(){try{let e=await this.keep();e&&await this.verdict.begin(e.id)}catch(e){this.fail(e)}}render(){let{card:e,studio:t}=this;return h`
      <rashin-studio-knobs
        class="knobs"
        .models=${this.models}
        .card=${e}
        .studio=${t}
        .memory=${this.memory.memory}
        .seen=${this.seen}
        @knob=${e=>this.change(e.detail.patch,e.detail.pace)}
        @settle=${()=>this.settle()}
        @model=${e=>this.switchModel(e.detail)}
        @load=${e=>void this.loadModel(e.detail)}
        @files=${e=>void this.taking.files(e.detail)}
        @start=${e=>void this.taking.start(e.detail)}
        @invert=${e=>this.chooser.openInversion(e.detail)}
      ></rashin-studio-knobs>
      <div class="stage">
        <div class="easel">
          <rashin-picture
            label=${e?.usesWords?T(`studio.picture`,{prompt:t?.prompt??``}):T(`studio.pictureSample`)}
          ></rashin-picture>
          ${this.drawing.drawn?_:h`<div class="over"><i class="spin"></i><span>${this.waitingFor(e)}</span></div>`}
          ${this.tag(t)} ${this.drawing.slow?this.progress(e):_}
        </div>
        <rashin-notice
          class=${this.problem?`on`:``}
          .problem=${this.problem}
          retry
          @retry=${()=>{this.problem=null,this.card?this.draw():this.load()}}
          @dismiss=${()=>{this.problem=null}}
        ></rashin-notice>
        ${e&&t?this.below(e,t):_}
      </div>
      <div class="memory">
        <rashin-history
          current=${this.kept?.id??``}
          @take=${e=>{let{recipe:t}=e.detail,n=this.models.find(e=>e.id===t?.model);t&&n&&this.restore(mr(t,n))}}
          @problem=${e=>this.fail(e.detail)}
        ></rashin-history>
      </div>
      <rashin-take-picture
        .models=${this.models}
        .card=${e}
        prompt=${t?.prompt??``}
        @choose=${e=>this.taking.chosen(e.detail)}
      ></rashin-take-picture>
      ${this.toast?h`<div class="toast" role="status">${this.toast}</div>`:_}
      ${this.drops.over?h`<div class="veil">${T(`studio.drop`)}</div>`:_}
    `}waitingFor(e){return T(e?this.memory.of(e.id)?.state===`loading`?`studio.loadingModel`:`studio.drawing`:`studio.waiting`)}progress(e){let{step:t}=this.drawing;return h`<rashin-progress
      words=${t?T(`studio.drawingStep`,t):this.waitingFor(e)}
      .share=${t?t.step/Math.max(1,t.steps):null}
      data-testid="progress"
      @cancel=${()=>this.drawing.cancel()}
    ></rashin-progress>`}tag(e){return!e||e.first===null||e.noise!==null?_:h`<span class="tag">${e.second===null?T(`studio.reconstruction`):T(`studio.betweenTwo`)}</span>`}below(e,t){return h`<rashin-bench
        .recipe=${or(t,e)}
        .back=${this.undo?.canGoBack??!1}
        .forth=${this.undo?.canGoForth??!1}
        @undo=${()=>this.step(`back`)}
        @redo=${()=>this.step(`forth`)}
        @download=${e=>void this.download(e.detail)}
        @verify=${()=>void this.verify()}
      ></rashin-bench>
      <rashin-verdict></rashin-verdict>
      <rashin-variations
        .card=${e}
        .studio=${t}
        .dear=${this.drawing.dear}
        @knob=${e=>this.change(e.detail.patch,e.detail.pace)}
      ></rashin-variations>`}};z([x()],Z.prototype,`models`,void 0),z([x()],Z.prototype,`card`,void 0),z([x()],Z.prototype,`studio`,void 0),z([x()],Z.prototype,`problem`,void 0),z([x()],Z.prototype,`kept`,void 0),z([x()],Z.prototype,`seen`,void 0),z([x()],Z.prototype,`toast`,void 0),z([S(`rashin-picture`)],Z.prototype,`picture`,void 0),z([S(`rashin-history`)],Z.prototype,`history`,void 0),z([S(`rashin-take-picture`)],Z.prototype,`chooser`,void 0),z([S(`rashin-verdict`)],Z.prototype,`verdict`,void 0),Z=z([y(`studio-page`)],Z);var Wo={path:`/studio`,title:`nav.studio`,order:2,mount(e){let t=document.createElement(`studio-page`);return e.append(t),()=>t.remove()}},Go=[`queued`,`running`,`done`,`failed`,`cancelled`],Ko=e=>Go.find(t=>t===e)??`queued`;function qo(e){let t=O(e,`an axis`),n=k(t.values).map(e=>typeof e==`number`?e:String(e)),r=k(t.labels);return{knob:A(t.knob),values:n,labels:n.map((e,t)=>A(r[t],String(e)))}}function Jo(e){let t=O(e,`a cell`);return{at:k(t.at).map(e=>j(e)),render_id:A(t.render_id),state:Ko(t.state),image:Dt(t.image),error:Ot(t.error)}}function Yo(e,t){return typeof e==`number`?e:t.length===0?0:t.filter(e=>e.state!==`queued`&&e.state!==`running`).length/t.length}function Xo(e){let t=O(e,`a sweep`),n=k(t.cells).map(Jo);return{id:A(t.id),recipe:F(t.recipe),axes:k(t.axes).map(qo),state:Ko(t.state),progress:Yo(t.progress,n),cells:n,created_at:A(t.created_at)}}var Zo=async(e,t)=>Xo(await R(`/sweeps`,{method:`POST`,body:{recipe:e,axes:t}})),Qo=async(e,t)=>Xo(await R(`/sweeps/${encodeURIComponent(e)}`,t?{signal:t}:{})),$o=async e=>Pt(await R(`/sweeps?limit=20${e===void 0?``:`&cursor=${e}`}`),Xo),es=async e=>{await R(`/sweeps/${encodeURIComponent(e)}`,{method:`DELETE`})},ts=e=>`${L}/sweeps/${encodeURIComponent(e)}/table.csv`,ns=e=>`${L}/sweeps/${encodeURIComponent(e)}/grid.png`,rs=12,is=e=>typeof e.title==`string`?T(e.title):E(e.title),as=class extends v{static{this.styles=[w,q,p`
      :host {
        display: block;
        border: 1px solid var(--line);
        border-radius: 12px;
        padding: 10px 12px 12px;
      }
      .top {
        display: flex;
        justify-content: space-between;
        align-items: center;
        min-height: 30px;
        margin-bottom: 6px;
      }
      .top h2:first-child {
        margin: 0;
      }
      .top button {
        min-height: 30px;
        min-width: 30px;
      }
      .how {
        display: grid;
        grid-template-columns: minmax(0, 1fr) auto;
        gap: 6px;
      }
      .how .segments {
        gap: 0;
        flex-wrap: nowrap;
      }
      .how .segments button {
        border-radius: 0;
        padding: 0 10px;
        font-size: 0.84rem;
      }
      .how .segments button:first-child {
        border-radius: var(--radius-small) 0 0 var(--radius-small);
      }
      .how .segments button:last-child {
        border-radius: 0 var(--radius-small) var(--radius-small) 0;
        border-left: 0;
      }
      .values {
        margin-top: 8px;
      }
      .figure {
        width: 100%;
      }
      .range {
        display: grid;
        grid-template-columns: 1fr 1fr 72px;
        gap: 8px;
      }
      .range span {
        display: block;
        font-size: 0.78rem;
        color: var(--soft);
        margin-bottom: 3px;
      }
      textarea {
        font-size: 0.95rem;
        min-height: 84px;
      }
      .chips {
        margin-top: 8px;
      }
      .said {
        margin: 8px 0 0;
        font-size: 0.83rem;
        color: var(--soft);
        font-variant-numeric: tabular-nums;
        overflow-wrap: anywhere;
      }
      .wrong {
        color: var(--accent);
      }
    `]}constructor(){super(),this.role_=``,this.axis=null,this.knobs=[],this.taken=[],this.fixed=!1,new D(this)}put(e){this.dispatchEvent(new CustomEvent(`axis`,{detail:e}))}render(){let{axis:e}=this,t=this.knobs.find(t=>t.id===e?.knob);if(!e||!t)return _;let n=t.kind===`whole`||t.kind===`figure`;return h`<div class="top">
        <h2>${this.role_}</h2>
        ${this.fixed?_:h`<button
              class="bare icon"
              data-testid="axis-remove"
              aria-label=${T(`sweeps.removeAxis`)}
              title=${T(`sweeps.removeAxis`)}
              @click=${()=>this.dispatchEvent(new Event(`away`))}
            >
              ${C(`close`)}
            </button>`}
      </div>
      <div class="how">${this.choose(e)} ${n?this.way(e):_}</div>
      <div class="values">
        ${t.kind===`words`?this.lines(e):t.kind===`choice`?this.choices(e,t):e.how===`list`?this.list(e,t):this.range(e)}
      </div>
      ${this.said(e,t)}`}choose(e){return h`<select
      data-testid="axis-knob"
      aria-label=${this.role_}
      @change=${e=>{let t=e.target.value,n=this.knobs.find(e=>e.id===t);n&&this.put(Oa(n))}}
    >
      ${this.knobs.map(t=>h`<option
            value=${t.id}
            .selected=${t.id===e.knob}
            ?disabled=${t.id!==e.knob&&this.taken.includes(t.id)}
          >
            ${is(t)}
          </option>`)}
    </select>`}way(e){return h`<div class="segments" role="group">
      ${[`list`,`range`].map(t=>h`<button
            data-testid="axis-${t}"
            aria-pressed=${e.how===t}
            @click=${()=>this.put(this.turned(e,t))}
          >
            ${T(`sweeps.${t}`)}
          </button>`)}
    </div>`}turned(e,t){let n=this.knobs.find(t=>t.id===e.knob);if(!n||e.how===t)return e;let{values:r}=ja(e,n),i=r.filter(e=>typeof e==`number`);return t===`list`||i.length===0?{...e,how:t,list:r.join(`, `)}:{...e,how:t,from:Math.min(...i),to:Math.max(...i),count:i.length}}lines(e){return h`<textarea
      data-testid="axis-values"
      aria-label=${T(`sweeps.many`)}
      placeholder=${T(`sweeps.linesHint`)}
      spellcheck="false"
      .value=${e.list}
      @input=${t=>this.put({...e,list:t.target.value})}
    ></textarea>`}list(e,t){return h`<input
      class="figure"
      data-testid="axis-values"
      aria-label=${T(`sweeps.many`)}
      placeholder=${t.kind===`whole`?T(`sweeps.listHint`):`0, 0.5, 1`}
      inputmode="text"
      spellcheck="false"
      autocomplete="off"
      .value=${e.list}
      @input=${t=>this.put({...e,list:t.target.value})}
    />`}choices(e,t){let n=new Set(ja(e,t).values.map(String));return h`<div class="chips" role="group" aria-label=${T(`sweeps.many`)}>
      ${t.choices.map(r=>h`<button
            data-testid="axis-choice-${r}"
            aria-pressed=${n.has(r)}
            @click=${()=>{let i=t.choices.filter(e=>e===r?!n.has(r):n.has(e));this.put({...e,how:`list`,list:i.join(`, `)})}}
          >
            ${r.replaceAll(`_`,` `)}
          </button>`)}
    </div>`}range(e){let t=(t,n)=>h`<label
        ><span>${n}</span>
        <input
          class="figure"
          type="number"
          step="any"
          data-testid="axis-${t}"
          .value=${String(e[t])}
          @input=${n=>{let r=n.target.valueAsNumber;Number.isFinite(r)&&this.put({...e,[t]:t===`count`?Math.min(r,1e3):r})}}
        />
      </label>`;return h`<div class="range">
      ${t(`from`,T(`sweeps.from`))} ${t(`to`,T(`sweeps.to`))} ${t(`count`,T(`sweeps.many`))}
    </div>`}said(e,t){let{values:n,wrong:r}=ja(e,t);return r.length>0?h`<p class="said wrong">${T(`sweeps.wrong`,{words:r.slice(0,6).join(`, `)})}</p>`:n.length===0?h`<p class="said">${T(`sweeps.noValues`)}</p>`:t.kind===`words`||t.kind===`choice`||e.how===`list`?_:h`<p class="said" data-testid="axis-said">${(n.length>rs?[...n.slice(0,5),`…`,...n.slice(-3)]:n).join(` · `)}</p>`}};z([b()],as.prototype,`role_`,void 0),z([b({attribute:!1})],as.prototype,`axis`,void 0),z([b({attribute:!1})],as.prototype,`knobs`,void 0),z([b({attribute:!1})],as.prototype,`taken`,void 0),z([b({type:Boolean})],as.prototype,`fixed`,void 0),as=z([y(`rashin-sweep-axis`)],as);var Q=class extends v{static{this.styles=[w,p`
      dialog {
        border: 1px solid var(--line);
        border-radius: var(--radius);
        background: var(--surface);
        color: var(--ink);
        box-shadow: var(--shadow);
        padding: 16px;
        width: min(860px, calc(100vw - 24px));
        max-height: calc(100dvh - 24px);
        overflow-y: auto;
      }
      dialog::backdrop {
        background: rgb(8 14 24 / 55%);
      }
      .card {
        display: grid;
        grid-template-columns: minmax(0, 1fr) 270px;
        gap: 20px;
      }
      .large {
        width: 100%;
        aspect-ratio: var(--ratio, 1);
        max-height: 70dvh;
        object-fit: contain;
        border-radius: 14px;
        background: #fff;
        image-rendering: auto;
      }
      .side {
        display: flex;
        flex-direction: column;
        gap: 14px;
      }
      header {
        display: flex;
        gap: 4px;
        align-items: center;
      }
      header span {
        flex: 1;
        font-size: 0.86rem;
        color: var(--soft);
        font-variant-numeric: tabular-nums;
      }
      dl {
        display: grid;
        grid-template-columns: max-content minmax(0, 1fr);
        gap: 7px 14px;
        margin: 0;
        font-size: 0.92rem;
      }
      dt {
        color: var(--soft);
      }
      dd {
        margin: 0;
        overflow-wrap: anywhere;
        font-variant-numeric: tabular-nums;
      }
      .swept {
        color: var(--accent);
        font-weight: 600;
      }
      @media (max-width: 640px) {
        .card {
          grid-template-columns: 1fr;
          gap: 12px;
        }
        .side {
          display: contents;
        }
        header {
          order: -1;
        }
        .large {
          max-height: 48dvh;
        }
      }
    `]}constructor(){super(),this.sweep=null,this.card=null,this.titles=[],this.n=null,this.recipe=null,this.asked=``,new D(this)}get cell(){return this.n===null?null:this.sweep?.cells[this.n]??null}updated(e){let{cell:t}=this;e.has(`n`)&&(t&&!this.dialog.open&&this.dialog.showModal(),!t&&this.dialog.open&&this.dialog.close()),t?.image&&this.style.setProperty(`--ratio`,String(t.image.width/t.image.height)),t&&t.render_id!==``&&t.render_id!==this.asked&&this.ask(t.render_id)}async ask(e){this.asked=e,this.recipe=null;try{let t=await mn(e);this.asked===e&&(this.recipe=t.recipe)}catch{}}go(e){let t=this.sweep?.cells.length??0;this.n!==null&&t!==0&&this.tell((this.n+e+t)%t)}tell(e){this.dispatchEvent(new CustomEvent(`go`,{detail:e}))}key(e){(e.key===`ArrowLeft`||e.key===`ArrowRight`)&&(e.preventDefault(),this.go(e.key===`ArrowLeft`?-1:1))}render(){return h`<dialog
      data-testid="sweep-cell"
      aria-label=${T(`sweeps.cellTitle`)}
      @close=${()=>{this.n!==null&&this.tell(null)}}
      @click=${e=>{e.target===this.dialog&&this.dialog.close()}}
      @keydown=${e=>this.key(e)}
    >
      ${this.cell?this.body(this.cell):_}
    </dialog>`}body(e){let t=this.sweep?.cells.length??0;return h`<div class="card">
      ${e.image?h`<img class="large" src=${e.image.url} alt=${this.labels(e).join(`, `)} data-testid="large" />`:h`<p class="quiet">${e.error??T(`sweeps.cell.${e.state}`)}</p>`}
      <div class="side">
        <header>
          <span>${(this.n??0)+1} / ${t}</span>
          <button class="bare icon" aria-label=${T(`sweeps.previous`)} @click=${()=>this.go(-1)}>${C(`left`)}</button>
          <button class="bare icon" data-testid="cell-next" aria-label=${T(`sweeps.next`)} @click=${()=>this.go(1)}>${C(`right`)}</button>
          <button class="bare icon" aria-label=${T(`common.close`)} @click=${()=>this.dialog.close()}>${C(`close`)}</button>
        </header>
        <dl>
          ${this.titles.map((t,n)=>h`<dt>${t}</dt>
              <dd class="swept">${this.sweep?.axes[n]?.labels[e.at[n]??0]}</dd>`)}
          ${this.facts()}
        </dl>
        ${this.recipe&&this.card?h`<a class="button" data-testid="cell-studio" href=${xr(this.recipe,this.card)}>
                ${T(`sweeps.open`)}
              </a>
              <rashin-copy-call
                .call=${{path:`/api/v1/renders`,body:{recipe:Ia(this.recipe)}}}
              ></rashin-copy-call>`:_}
      </div>
    </div>`}labels(e){return e.at.map((e,t)=>this.sweep?.axes[t]?.labels[e]??``)}facts(){let{recipe:e}=this;if(!e)return _;let t=Ia(e),n=new Set(this.sweep?.axes.map(e=>e.knob));return[[`prompt`,T(`studio.prompt.short`),t.prompt],[`seed`,T(`studio.seed`),t.seed],[`steps`,T(`studio.steps`),t.steps],[`guidance_scale`,T(`studio.guidance`),t.guidance_scale],[`strength`,T(`studio.strength`),t.strength]].filter(([e,,t])=>t!==void 0&&t!==``&&!n.has(e)).map(([,e,t])=>h`<dt>${e}</dt><dd>${String(t)}</dd>`)}};z([b({attribute:!1})],Q.prototype,`sweep`,void 0),z([b({attribute:!1})],Q.prototype,`card`,void 0),z([b({attribute:!1})],Q.prototype,`titles`,void 0),z([b({attribute:!1})],Q.prototype,`n`,void 0),z([x()],Q.prototype,`recipe`,void 0),z([S(`dialog`)],Q.prototype,`dialog`,void 0),Q=z([y(`rashin-sweep-cell`)],Q);var os=[`sweeps.columns`,`sweeps.rows`,`sweeps.sheets`],ss=class extends v{static{this.styles=[w,q,p`
      :host {
        display: flex;
        flex-direction: column;
        gap: 12px;
      }
      .base {
        display: grid;
        grid-template-columns: 76px minmax(0, 1fr);
        gap: 12px;
        align-items: center;
      }
      .base > div {
        display: grid;
        gap: 6px;
        justify-items: start;
      }
      .base textarea {
        min-height: 42px;
        max-height: 92px;
        padding: 8px 11px;
        font-size: 0.98rem;
      }
      .base select {
        min-height: 36px;
      }
      a.edit {
        color: var(--soft);
        font-size: 0.84rem;
        text-underline-offset: 3px;
      }
      .add {
        border-style: dashed;
        color: var(--soft);
        font-weight: 500;
      }
      .run {
        display: grid;
        grid-template-columns: minmax(0, 1fr) auto;
        gap: 10px;
        align-items: center;
        position: sticky;
        bottom: 0;
        padding: 10px 0;
        background: var(--surface);
        border-top: 1px solid var(--line);
        z-index: 2;
      }
      .run b {
        font-size: 1.05rem;
        font-variant-numeric: tabular-nums;
      }
      .run small {
        display: block;
        color: var(--soft);
        font-size: 0.83rem;
      }
      .run .warn {
        color: var(--warn);
      }
    `]}constructor(){super(),this.draft=null,this.card=null,this.models=[],this.studio=``,this.asking=!1,this.base=[],this.baseKey=``,new D(this)}put(e){this.dispatchEvent(new CustomEvent(`draft`,{detail:e}))}axes(e){this.draft&&this.put({...this.draft,axes:e})}render(){let{draft:e,card:t}=this;if(!e||!t)return _;let n=Da(t),r=e.axes.map(e=>e.knob),i=n.find(e=>!r.includes(e.id));return h`${this.picture(e,t)}
      ${e.axes.map((t,i)=>h`<rashin-sweep-axis
            data-testid="axis-${i}"
            .role_=${T(os[i]??`sweeps.sheets`)}
            .axis=${t}
            .knobs=${n}
            .taken=${r}
            ?fixed=${e.axes.length===1}
            @axis=${t=>this.axes(e.axes.with(i,t.detail))}
            @away=${()=>this.axes(e.axes.toSpliced(i,1))}
          ></rashin-sweep-axis>`)}
      ${e.axes.length<3&&i?h`<button
            class="add"
            data-testid="axis-add"
            @click=${()=>this.axes([...e.axes,Oa(i)])}
          >
            ${C(`plus`)}${T(e.axes.length===1?`sweeps.addRows`:`sweeps.addAxis`)}
          </button>`:_}
      ${this.run(e,t)}`}picture(e,t){let{recipe:n}=e,r=JSON.stringify(n);r!==this.baseKey&&([this.baseKey,this.base]=[r,[n]]);let i=n.prompt??n.conditioning??``;return h`<div class="base">
      ${t.resident?h`<rashin-strip name="sweep-base" .recipes=${this.base} .titles=${[i]} @take=${()=>this.visit()}></rashin-strip>`:h`<span></span>`}
      <div>
        ${this.models.length>1?this.model(e,t):_}
        ${t.usesWords&&n.conditioning===void 0?h`<textarea
              data-testid="base-prompt"
              aria-label=${T(`sweeps.base`)}
              maxlength="2000"
              spellcheck="false"
              .value=${i}
              @input=${t=>{let r=t.target.value;this.put({...e,recipe:{...n,prompt:r}})}}
            ></textarea>`:_}
        <a class="edit" href=${this.studio}>${T(`sweeps.baseEdit`)}</a>
      </div>
    </div>`}model(e,t){return h`<select
      data-testid="base-model"
      aria-label=${T(`studio.model`)}
      @change=${t=>{let n=t.target.value,{prompt:r=T(`studio.promptPlaceholder`),seed:i=7}=e.recipe,a=this.models.find(e=>e.id===n);a&&this.dispatchEvent(new CustomEvent(`base`,{detail:{model:n,...a.usesWords&&{prompt:r},seed:i}}))}}
    >
      ${this.models.map(e=>h`<option value=${e.id} .selected=${e.id===t.id}>${E(e.title)}</option>`)}
    </select>`}visit(){this.renderRoot.querySelector(`a.edit`)?.click()}run(e,t){let n=La(e,t),r=Ra(n.axes),i=n.axes.some(e=>e.knob===`strength`)&&n.recipe.image===void 0,a=i?T(`sweeps.needsPicture`):r>1e3?T(`sweeps.tooMany`,{most:St(Ma)}):r>200?T(`sweeps.lots`):n.axes.map(e=>e.values.length).join(` × `),o=r>0&&r<=1e3&&!i&&!this.asking;return h`<div class="run">
        <div role="status">
          <b data-testid="cells" data-cells=${r}
            >${r===1?T(`sweeps.oneCell`):T(`sweeps.cells`,{n:St(r)})}</b
          >
          <small class=${r>200||i?`warn`:``} data-testid="cells-note">${a}</small>
        </div>
        <button
          class="primary"
          data-testid="run"
          ?disabled=${!o}
          @click=${()=>this.dispatchEvent(new Event(`run`))}
        >
          ${C(`play`)}${T(`sweeps.run`)}
        </button>
      </div>
      <rashin-copy-call .call=${{path:`/api/v1/sweeps`,body:n}}></rashin-copy-call>`}};z([b({attribute:!1})],ss.prototype,`draft`,void 0),z([b({attribute:!1})],ss.prototype,`card`,void 0),z([b({attribute:!1})],ss.prototype,`models`,void 0),z([b()],ss.prototype,`studio`,void 0),z([b({type:Boolean})],ss.prototype,`asking`,void 0),ss=z([y(`rashin-sweep-editor`)],ss);var cs=class extends v{static{this.styles=[w,p`
      :host {
        display: block;
        overflow: auto;
        max-height: 100%;
        min-height: 0;
        border: 1px solid var(--line);
        border-radius: var(--radius);
        background: var(--surface);
      }
      table {
        border-collapse: separate;
        border-spacing: 0;
        font-size: 0.86rem;
      }
      th {
        font-weight: 550;
        color: var(--ink);
        background: var(--surface);
        text-align: center;
        font-variant-numeric: tabular-nums;
      }
      thead th {
        position: sticky;
        top: 0;
        z-index: 2;
        padding: 9px 6px;
        border-bottom: 1px solid var(--line);
      }
      tbody th {
        position: sticky;
        left: 0;
        z-index: 1;
        padding: 4px 10px 4px 14px;
        text-align: right;
        border-right: 1px solid var(--line);
        max-width: 190px;
        min-width: 64px;
        overflow-wrap: anywhere;
      }
      thead th:first-child {
        left: 0;
        z-index: 3;
        border-right: 1px solid var(--line);
        color: var(--soft);
        font-weight: 500;
        font-size: 0.78rem;
        text-align: right;
        line-height: 1.3;
        padding: 6px 10px 6px 14px;
      }
      th span {
        display: -webkit-box;
        -webkit-line-clamp: 3;
        -webkit-box-orient: vertical;
        overflow: hidden;
      }
      td {
        padding: 3px;
      }
      button {
        padding: 0;
        border-radius: 10px;
        overflow: hidden;
        background: #fff;
        width: var(--cell, 112px);
        height: calc(var(--cell, 112px) / var(--ratio, 1));
        min-width: 0;
        min-height: 0;
        display: block;
      }
      button:hover:not(:disabled) {
        border-color: var(--accent);
        box-shadow: 0 0 0 1px var(--accent);
      }
      button:disabled {
        opacity: 1;
        background: var(--sunken);
      }
      img {
        width: 100%;
        height: 100%;
        object-fit: cover;
      }
      .running {
        animation: breathe 0.9s infinite alternate;
        background: var(--line);
      }
      @keyframes breathe {
        to {
          opacity: 0.4;
        }
      }
      .failed {
        color: var(--accent);
        font-size: 1.2rem;
        background: var(--accent-wash);
      }
    `]}constructor(){super(),this.sweep=null,this.sheet=0,this.titles=[],this.byPlace=new Map,new D(this)}willUpdate(e){e.has(`sweep`)&&this.sweep&&(this.byPlace=new Map(this.sweep.cells.map(e=>[e.at.join(),e])))}updated(){let{sweep:e}=this;if(!e)return;let t=e.axes[0]?.values.length??1,n=e.axes[1]?.values.length??1,r=Math.max(t,n*1.4),i=r<=4?176:r<=6?136:r<=9?104:r<=14?80:60;this.style.setProperty(`--cell`,`${i}px`);let{width:a=1,height:o=1}=e.recipe??{};this.style.setProperty(`--ratio`,String(a/o))}place(e,t){return[e,t,this.sheet].slice(0,this.sweep?.axes.length??0)}walk(e){let t={ArrowLeft:[-1,0],ArrowRight:[1,0],ArrowUp:[0,-1],ArrowDown:[0,1]}[e.key],n=e.target.dataset.place?.split(`,`).map(Number);if(!t||!n)return;e.preventDefault();let[r=0,i=0]=n,a=this.place(r+t[0],i+t[1]).slice(0,2).join(),o=this.renderRoot.querySelector(`button[data-place="${a}"]`);o?.focus(),o?.scrollIntoView({block:`nearest`,inline:`nearest`})}render(){let{sweep:e}=this;if(!e)return _;let[t,n]=e.axes;if(!t)return _;let r=n?.labels??[``];return h`<table data-testid="grid" @keydown=${e=>this.walk(e)}>
      <thead>
        <tr>
          <th scope="col">${this.titles[0]} →${n?h`<br />${this.titles[1]} ↓`:_}</th>
          ${t.labels.map(e=>h`<th scope="col" title=${e}><span>${e}</span></th>`)}
        </tr>
      </thead>
      <tbody>
        ${r.map((e,n)=>h`<tr>
              <th scope="row" title=${e}><span>${e}</span></th>
              ${t.values.map((e,t)=>h`<td>${this.cell(t,n)}</td>`)}
            </tr>`)}
      </tbody>
    </table>`}cell(e,t){let n=this.place(e,t),r=this.byPlace.get(n.join()),i=r?.state??`queued`,a=n.map((e,t)=>`${this.titles[t]} ${this.sweep?.axes[t]?.labels[e]}`),o=i===`done`?a.join(`, `):`${a.join(`, `)}: ${T(`sweeps.cell.${i}`)}`;return h`<button
      class=${i}
      data-testid="cell-${n.join(`-`)}"
      data-state=${i}
      data-place=${n.slice(0,2).join()}
      aria-label=${o}
      title=${r?.error??a.join(`
`)}
      ?disabled=${i!==`done`&&i!==`failed`}
      @click=${()=>this.dispatchEvent(new CustomEvent(`cell`,{detail:n}))}
    >
      ${r?.image?h`<img src=${r.image.url} alt="" loading="lazy" />`:i===`failed`?`!`:_}
    </button>`}};z([b({attribute:!1})],cs.prototype,`sweep`,void 0),z([b({type:Number})],cs.prototype,`sheet`,void 0),z([b({attribute:!1})],cs.prototype,`titles`,void 0),cs=z([y(`rashin-sweep-grid`)],cs);var ls=class extends v{static{this.styles=[w,p`
      :host {
        display: block;
      }
      ul {
        list-style: none;
        margin: 8px -8px 0;
        padding: 0;
      }
      a {
        display: block;
        padding: 8px 10px;
        border-radius: var(--radius-small);
        color: var(--ink);
        text-decoration: none;
        min-height: 40px;
      }
      a:hover {
        background: var(--sunken);
      }
      a[aria-current="true"] {
        background: var(--sunken);
        box-shadow: inset 3px 0 0 var(--accent);
      }
      b {
        display: block;
        font-weight: 550;
        font-size: 0.92rem;
        white-space: nowrap;
        overflow: hidden;
        text-overflow: ellipsis;
      }
      small {
        display: block;
        color: var(--soft);
        font-size: 0.82rem;
      }
      button {
        width: 100%;
        margin-top: 6px;
      }
    `]}constructor(){super(),this.sweeps=[],this.models=[],this.current=``,this.more=!1,new D(this)}render(){return h`<h2>${T(`sweeps.earlier`)}</h2>
      ${this.sweeps.length===0?h`<p class="quiet">${T(`sweeps.earlierNone`)}</p>`:h`<ul data-testid="sweeps">
            ${this.sweeps.map(e=>this.one(e))}
          </ul>`}
      ${this.more?h`<button @click=${()=>this.dispatchEvent(new Event(`more`))}>${T(`common.more`)}</button>`:_}`}one(e){let{recipe:t}=e,n=t?sr(t.conditioning)||t.conditioning||t.model:e.id,r=this.models.find(e=>e.id===t?.model),i=r?Da(r):[],a=e.axes.map(e=>{let t=i.find(t=>t.id===e.knob);return`${t?is(t):e.knob} × ${e.values.length}`}),o=(e.created_at===``?null:new Date(e.created_at))?.toLocaleString(bt()===`ja`?`ja-JP`:`en-GB`,{dateStyle:`medium`,timeStyle:`short`}),s=e.state===`done`?null:T(`sweeps.cell.${e.state}`);return h`<li>
      <a href="/sweeps?id=${e.id}" aria-current=${e.id===this.current}>
        <b>${n}</b>
        <small>${a.join(`, `)}</small>
        <small>${[o,s].filter(e=>e).join(` · `)}</small>
      </a>
    </li>`}};z([b({attribute:!1})],ls.prototype,`sweeps`,void 0),z([b({attribute:!1})],ls.prototype,`models`,void 0),z([b()],ls.prototype,`current`,void 0),z([b({type:Boolean})],ls.prototype,`more`,void 0),ls=z([y(`rashin-sweep-list`)],ls);var us=class extends v{static{this.styles=[w,p`
      :host {
        display: block;
        overflow: auto;
        max-height: 100%;
        min-height: 0;
        border: 1px solid var(--line);
        border-radius: var(--radius);
        background: var(--surface);
      }
      table {
        border-collapse: separate;
        border-spacing: 0;
        width: 100%;
        font-size: 0.9rem;
        font-variant-numeric: tabular-nums;
      }
      th {
        position: sticky;
        top: 0;
        background: var(--surface);
        z-index: 1;
        text-align: left;
        font-weight: 550;
        font-size: 0.82rem;
        color: var(--soft);
        padding: 9px 12px;
        border-bottom: 1px solid var(--line);
        white-space: nowrap;
      }
      td {
        padding: 4px 12px;
        border-bottom: 1px solid var(--line);
        max-width: 420px;
        overflow-wrap: anywhere;
      }
      tr:last-child td {
        border-bottom: 0;
      }
      button {
        padding: 0;
        width: 44px;
        height: 44px;
        border-radius: 9px;
        overflow: hidden;
        background: #fff;
      }
      button:disabled {
        opacity: 1;
        background: var(--sunken);
      }
      img {
        width: 100%;
        height: 100%;
        object-fit: cover;
      }
      .failed {
        color: var(--accent);
      }
    `]}constructor(){super(),this.sweep=null,this.titles=[],new D(this)}render(){let{sweep:e}=this;return e?h`<table data-testid="table">
      <thead>
        <tr>
          <th scope="col">${T(`sweeps.picture`)}</th>
          ${this.titles.map(e=>h`<th scope="col">${e}</th>`)}
          <th scope="col">${T(`sweeps.stateTitle`)}</th>
        </tr>
      </thead>
      <tbody>
        ${e.cells.map(t=>this.row(e,t))}
      </tbody>
    </table>`:_}row(e,t){let n=t.at.map((t,n)=>e.axes[n]?.labels[t]??``);return h`<tr>
      <td>
        <button
          aria-label=${n.join(`, `)}
          ?disabled=${t.image===null}
          @click=${()=>this.dispatchEvent(new CustomEvent(`cell`,{detail:t.at}))}
        >
          ${t.image?h`<img src=${t.image.url} alt="" loading="lazy" />`:_}
        </button>
      </td>
      ${n.map(e=>h`<td>${e}</td>`)}
      <td class=${t.state}>${t.error??T(`sweeps.cell.${t.state}`)}</td>
    </tr>`}};z([b({attribute:!1})],us.prototype,`sweep`,void 0),z([b({attribute:!1})],us.prototype,`titles`,void 0),us=z([y(`rashin-sweep-table`)],us);var ds=t({SweepsPage:()=>$,page:()=>ps}),fs=700,$=class extends v{static{this.styles=[w,p`
      :host {
        display: grid;
        grid-template-columns: 340px minmax(0, 1fr);
        gap: 20px;
        height: 100%;
        padding: 18px 20px;
        box-sizing: border-box;
      }
      aside {
        overflow-y: auto;
        display: flex;
        flex-direction: column;
        gap: 18px;
        min-height: 0;
      }
      section {
        display: flex;
        flex-direction: column;
        gap: 10px;
        min-height: 0;
        min-width: 0;
      }
      .bar {
        display: flex;
        flex-wrap: wrap;
        gap: 8px;
        align-items: center;
        min-height: 40px;
      }
      .bar > :first-child {
        flex: 1 1 200px;
      }
      .empty {
        flex: 1;
        display: grid;
        place-items: center;
        border: 1px dashed var(--line);
        border-radius: var(--radius);
        color: var(--soft);
        min-height: 240px;
      }
      @media (max-width: 800px) {
        :host {
          grid-template-columns: minmax(0, 1fr);
          height: auto;
          padding: 12px;
        }
        aside {
          overflow: visible;
        }
        rashin-sweep-grid,
        rashin-sweep-table {
          max-height: 76dvh;
        }
      }
    `]}constructor(){super(),this.models=[],this.draft=null,this.card=null,this.sweep=null,this.earlier=[],this.more=null,this.problem=null,this.asking=!1,this.asTable=!1,this.sheet=0,this.open=null,this.gone=new AbortController,this.timer=0,this.opens=e=>{let t=e.detail.join();this.open=this.sweep?.cells.findIndex(e=>e.at.join()===t)??null},new D(this)}connectedCallback(){super.connectedCallback(),this.gone=new AbortController,this.begin()}disconnectedCallback(){super.disconnectedCallback(),this.gone.abort(),clearTimeout(this.timer)}async begin(){let e=new URLSearchParams(location.search);this.models=await ii(this.gone.signal);let t=Ga(location.search,this.models,T(`studio.promptPlaceholder`));t&&([this.draft,this.card]=[t.draft,t.card]),this.asTable=e.get(`view`)===`table`,this.sheet=Number(e.get(`sheet`))||0;let n=e.get(`id`);n&&await this.follow(n,!0),await this.list()}async list(e){try{let t=await $o(e);this.earlier=e===void 0?t.items:[...this.earlier,...t.items],this.more=t.next}catch(e){this.problem=I(e)}}async follow(e,t=!1){clearTimeout(this.timer);try{let n=await Qo(e,this.gone.signal);this.sweep=n,t&&this.edit(za(n)),n.state===`queued`||n.state===`running`?this.timer=window.setTimeout(()=>void this.follow(e),fs):t||this.list()}catch(e){this.gone.signal.aborted||(this.problem=I(e))}}edit(e){let t=this.models.find(t=>t.id===e?.recipe.model);e&&t&&([this.draft,this.card]=[e,t]),this.address()}address(){let e=new URLSearchParams(this.sweep?``:this.draft?Ua(this.draft):``);this.sweep&&e.set(`id`,this.sweep.id),this.asTable&&e.set(`view`,`table`),this.sheet>0&&e.set(`sheet`,String(this.sheet)),Zr(e.toString())}async run(){if(this.draft&&this.card){this.asking=!0,this.problem=null;try{let{recipe:e,axes:t}=La(this.draft,this.card);this.sweep=await Zo(e,t),this.sheet=0,this.address(),await this.follow(this.sweep.id),await this.list()}catch(e){this.problem=I(e)}finally{this.asking=!1}}}async stop(e){try{await es(e),await this.follow(e)}catch(e){this.problem=I(e)}}rebase(e){let t=this.models.find(t=>t.id===e.model);t&&(clearTimeout(this.timer),this.sweep=null,this.edit(Ba(e,t)))}titles(e){let t=this.models.find(t=>t.id===e.recipe?.model),n=t?Da(t):[];return e.axes.map(e=>{let t=n.find(t=>t.id===e.knob);return t?is(t):e.knob})}studio(){let{draft:e,card:t}=this;if(!e||!t)return`/studio`;let{prompt:n,seed:r,...i}=e.recipe;return xr({conditioning:n===void 0?``:JSON.stringify(n),noise:`noise(${r??0})`,steps:t.steps.default,guidance_scale:t.guidance.default,steering:[],...i},t)}render(){let{draft:e,card:t,sweep:n}=this,r=n?this.titles(n):[],i=this.models.find(e=>e.id===n?.recipe?.model)??null;return h`<aside>
        <rashin-sweep-editor
          .draft=${e}
          .card=${t}
          .models=${this.models}
          .studio=${this.studio()}
          ?asking=${this.asking}
          @draft=${e=>{clearTimeout(this.timer),this.sweep=null,this.edit(e.detail)}}
          @base=${e=>this.rebase(e.detail)}
          @run=${()=>void this.run()}
        ></rashin-sweep-editor>
        <rashin-sweep-list
          .sweeps=${this.earlier}
          .models=${this.models}
          .current=${n?.id??``}
          ?more=${this.more!==null}
          @more=${()=>void this.list(this.more??void 0)}
        ></rashin-sweep-list>
      </aside>
      <section>
        ${this.problem?h`<rashin-notice .problem=${this.problem}></rashin-notice>`:_}
        ${n?this.bar(n):_}
        ${n?this.asTable?h`<rashin-sweep-table .sweep=${n} .titles=${r} @cell=${this.opens}></rashin-sweep-table>`:h`<rashin-sweep-grid
                  .sweep=${n}
                  .sheet=${this.sheet}
                  .titles=${r}
                  @cell=${this.opens}
                ></rashin-sweep-grid>`:h`<div class="empty">${T(`sweeps.nothing`)}</div>`}
        <rashin-sweep-cell
          .sweep=${n}
          .card=${i}
          .titles=${r}
          .n=${this.open}
          @go=${e=>{this.open=e.detail}}
        ></rashin-sweep-cell>
      </section>`}bar(e){let t=St(e.cells.filter(e=>e.state===`done`).length),n=T(`sweeps.state.${e.state}`,{done:t,all:St(e.cells.length)}),r=e.state===`queued`||e.state===`running`,i=e.axes[2];return h`<div class="bar">
      <rashin-progress
        data-testid="sweep-progress"
        data-state=${e.state}
        .words=${n}
        .share=${e.progress}
        ?fixed=${!r}
        @cancel=${()=>void this.stop(e.id)}
      ></rashin-progress>
      ${i&&!this.asTable?h`<select
              aria-label=${T(`sweeps.sheets`)}
              @change=${e=>{this.sheet=Number(e.target.value),this.address()}}
            >
              ${i.labels.map((e,t)=>h`<option value=${t} .selected=${t===this.sheet}>${e}</option>`)}
            </select>`:_}
      <button
        data-testid="view"
        aria-pressed=${this.asTable}
        @click=${()=>{this.asTable=!this.asTable,this.address()}}
      >
        ${C(this.asTable?`grid`:`table`)}${T(this.asTable?`sweeps.grid`:`sweeps.table`)}
      </button>
      <a class="button" href=${ts(e.id)} download title=${T(`sweeps.csvHint`)}>${T(`sweeps.csv`)}</a>
      <a class="button" href=${ns(e.id)} download title=${T(`sweeps.pngHint`)}>${T(`sweeps.png`)}</a>
    </div>`}};z([x()],$.prototype,`models`,void 0),z([x()],$.prototype,`draft`,void 0),z([x()],$.prototype,`card`,void 0),z([x()],$.prototype,`sweep`,void 0),z([x()],$.prototype,`earlier`,void 0),z([x()],$.prototype,`more`,void 0),z([x()],$.prototype,`problem`,void 0),z([x()],$.prototype,`asking`,void 0),z([x()],$.prototype,`asTable`,void 0),z([x()],$.prototype,`sheet`,void 0),z([x()],$.prototype,`open`,void 0),$=z([y(`sweeps-page`)],$);var ps={path:`/sweeps`,title:`nav.sweeps`,order:3,mount(e){let t=document.createElement(`sweeps-page`);return e.append(t),()=>t.remove()}},ms=Object.values(Object.assign({"./pages/atlas.ts":ha,"./pages/scrub.ts":ba,"./pages/studio.ts":Ho,"./pages/sweeps.ts":ds})).map(e=>e.page).sort((e,t)=>e.order-t.order),hs=e=>ms.find(t=>t.path===(e.replace(/\/+$/,``)||`/`)),gs=90,_s=class extends v{static{this.styles=[w,p`
      :host {
        display: grid;
        grid-template-rows: var(--bar) minmax(0, 1fr);
        grid-template-columns: minmax(0, 1fr);
        height: 100dvh;
      }
      header {
        display: flex;
        align-items: center;
        gap: 4px;
        padding: 0 12px 0 16px;
        background: var(--surface);
        border-bottom: 1px solid var(--line);
        position: relative;
        z-index: 20;
      }
      .brand {
        display: flex;
        align-items: center;
        gap: 9px;
        color: var(--ink);
        text-decoration: none;
        font-weight: 650;
        font-size: 1.06rem;
        letter-spacing: -0.01em;
        margin-right: 14px;
        min-height: 40px;
      }
      nav {
        display: flex;
        align-self: stretch;
        flex: 1;
        min-width: 0;
        overflow-x: auto;
        scrollbar-width: none;
      }
      nav a {
        display: flex;
        align-items: center;
        padding: 2px 12px 0;
        white-space: nowrap;
        color: var(--soft);
        text-decoration: none;
        font-weight: 550;
        border-bottom: 2px solid transparent;
      }
      nav a:hover {
        color: var(--ink);
      }
      nav a[aria-current] {
        color: var(--ink);
        border-color: var(--accent);
      }
      rashin-status {
        margin-right: 6px;
      }
      main {
        position: relative;
        min-height: 0;
        overflow: auto;
      }
      main:focus {
        outline: none;
      }
      .skip:not(:focus) {
        position: absolute;
        clip-path: inset(50%);
      }
      .lost {
        max-width: 460px;
        margin: 14vh auto;
        padding: 0 24px;
        text-align: center;
      }
      .lost h1 {
        font-size: 1.5rem;
        letter-spacing: -0.015em;
        margin: 14px 0 6px;
        text-wrap: balance;
      }
      .lost svg {
        width: 72px;
        height: 72px;
        transform: rotate(118deg);
      }
      @media (max-width: 620px) {
        header {
          padding: 0 6px 0 12px;
        }
        .brand {
          margin-right: 4px;
        }
        .brand span {
          display: none;
        }
        nav a {
          padding: 2px 10px 0;
        }
        .language {
          padding: 0 8px;
        }
      }
    `]}constructor(){super(),this.page=hs(location.pathname),new D(this),l(()=>this.requestUpdate()),window.addEventListener(`popstate`,()=>this.go()),window.addEventListener(`click`,e=>this.follow(e))}firstUpdated(){this.mount()}follow(e){if(e.defaultPrevented||e.button!==0||e.metaKey||e.ctrlKey||e.shiftKey)return;let t=e.composedPath().find(e=>e instanceof HTMLAnchorElement);!t||t.origin!==location.origin||t.hasAttribute(`download`)||t.target||hs(t.pathname)&&(e.preventDefault(),t.href!==location.href&&history.pushState(null,``,t.href),this.go(),this.main.focus({preventScroll:!0}))}go(){this.page=hs(location.pathname),this.mount()}mount(){this.leave?.(),this.leave=void 0,this.page&&(this.leave=this.page.mount(this.main)),document.title=`${this.page?`${T(this.page.title)} · `:``}Rashin`}render(){let e=o()===`dark`;return h`<header>
        <a class="button skip" href="#main" @click=${e=>{e.preventDefault(),this.main.focus()}}>${T(`nav.skip`)}</a>
        <a class="brand" href="/" aria-label="Rashin">${lt}<span>Rashin</span></a>
        <nav>
          ${ms.filter(e=>e.order<gs).map(e=>h`<a href=${e.path} aria-current=${e===this.page?`page`:_}>${T(e.title)}</a>`)}
        </nav>
        <rashin-status></rashin-status>
        <button
          class="bare language"
          data-testid="language"
          aria-label=${T(`nav.languageLabel`)}
          lang=${bt()===`ja`?`en`:`ja`}
          @click=${()=>xt(bt()===`ja`?`en`:`ja`)}
        >
          ${T(`nav.language`)}
        </button>
        <button class="bare icon" data-testid="theme" aria-label=${T(`nav.theme`)} @click=${c}>
          ${C(e?`sun`:`moon`)}
        </button>
      </header>
      <main id="main" tabindex="-1" ?hidden=${!this.page}></main>
      ${this.page?_:this.lost()}`}lost(){return h`<div class="lost">
      ${lt}
      <h1>${T(`lost.title`)}</h1>
      <p class="quiet">${T(`lost.body`,{path:location.pathname})}</p>
      <p><a class="button" href="/">${T(`lost.home`)}</a></p>
    </div>`}};z([x()],_s.prototype,`page`,void 0),z([S(`main`)],_s.prototype,`main`,void 0),_s=z([y(`rashin-app`)],_s),document.body.append(document.createElement(`rashin-app`));