var e=Object.defineProperty,t=(t,n)=>{let r={};for(var i in t)e(r,i,{get:t[i],enumerable:!0});return n||e(r,Symbol.toStringTag,{value:`Module`}),r},n=`rashin.theme`,r=matchMedia(`(prefers-color-scheme: dark)`),i=new EventTarget,a=()=>{let e=localStorage.getItem(n);return e===`light`||e===`dark`?e:null},o=()=>a()??(r.matches?`dark`:`light`);function s(){document.documentElement.dataset.theme=o(),i.dispatchEvent(new Event(`change`))}function c(){localStorage.setItem(n,o()===`dark`?`light`:`dark`),s()}function l(e){return i.addEventListener(`change`,e),()=>i.removeEventListener(`change`,e)}r.addEventListener(`change`,s),s();var u=globalThis,d=u.ShadowRoot&&(u.ShadyCSS===void 0||u.ShadyCSS.nativeShadow)&&`adoptedStyleSheets`in Document.prototype&&`replace`in CSSStyleSheet.prototype,f=Symbol(),p=new WeakMap,m=class{constructor(e,t,n){if(this._$cssResult$=!0,n!==f)throw Error("CSSResult is not constructable. Use `unsafeCSS` or `css` instead.");this.cssText=e,this.t=t}get styleSheet(){let e=this.o,t=this.t;if(d&&e===void 0){let n=t!==void 0&&t.length===1;n&&(e=p.get(t)),e===void 0&&((this.o=e=new CSSStyleSheet).replaceSync(this.cssText),n&&p.set(t,e))}return e}toString(){return this.cssText}},ee=e=>new m(typeof e==`string`?e:e+``,void 0,f),h=(e,...t)=>new m(e.length===1?e[0]:t.reduce((t,n,r)=>t+(e=>{if(!0===e._$cssResult$)return e.cssText;if(typeof e==`number`)return e;throw Error(`Value passed to 'css' function must be a 'css' function result: `+e+`. Use 'unsafeCSS' to pass non-literal values, but take care to ensure page security.`)})(n)+e[r+1],e[0]),e,f),te=(e,t)=>{if(d)e.adoptedStyleSheets=t.map(e=>e instanceof CSSStyleSheet?e:e.styleSheet);else for(let n of t){let t=document.createElement(`style`),r=u.litNonce;r!==void 0&&t.setAttribute(`nonce`,r),t.textContent=n.cssText,e.appendChild(t)}},ne=d?e=>e:e=>e instanceof CSSStyleSheet?(e=>{let t=``;for(let n of e.cssRules)t+=n.cssText;return ee(t)})(e):e,{is:re,defineProperty:ie,getOwnPropertyDescriptor:ae,getOwnPropertyNames:oe,getOwnPropertySymbols:se,getPrototypeOf:ce}=Object,le=globalThis,ue=le.trustedTypes,de=ue?ue.emptyScript:``,fe=le.reactiveElementPolyfillSupport,pe=(e,t)=>e,me={toAttribute(e,t){switch(t){case Boolean:e=e?de:null;break;case Object:case Array:e=e==null?e:JSON.stringify(e)}return e},fromAttribute(e,t){let n=e;switch(t){case Boolean:n=e!==null;break;case Number:n=e===null?null:Number(e);break;case Object:case Array:try{n=JSON.parse(e)}catch{n=null}}return n}},he=(e,t)=>!re(e,t),ge={attribute:!0,type:String,converter:me,reflect:!1,useDefault:!1,hasChanged:he};Symbol.metadata??=Symbol(`metadata`),le.litPropertyMetadata??=new WeakMap;var _e=class extends HTMLElement{static addInitializer(e){this._$Ei(),(this.l??=[]).push(e)}static get observedAttributes(){return this.finalize(),this._$Eh&&[...this._$Eh.keys()]}static createProperty(e,t=ge){if(t.state&&(t.attribute=!1),this._$Ei(),this.prototype.hasOwnProperty(e)&&((t=Object.create(t)).wrapped=!0),this.elementProperties.set(e,t),!t.noAccessor){let n=Symbol(),r=this.getPropertyDescriptor(e,n,t);r!==void 0&&ie(this.prototype,e,r)}}static getPropertyDescriptor(e,t,n){let{get:r,set:i}=ae(this.prototype,e)??{get(){return this[t]},set(e){this[t]=e}};return{get:r,set(t){let a=r?.call(this);i?.call(this,t),this.requestUpdate(e,a,n)},configurable:!0,enumerable:!0}}static getPropertyOptions(e){return this.elementProperties.get(e)??ge}static _$Ei(){if(this.hasOwnProperty(pe(`elementProperties`)))return;let e=ce(this);e.finalize(),e.l!==void 0&&(this.l=[...e.l]),this.elementProperties=new Map(e.elementProperties)}static finalize(){if(this.hasOwnProperty(pe(`finalized`)))return;if(this.finalized=!0,this._$Ei(),this.hasOwnProperty(pe(`properties`))){let e=this.properties,t=[...oe(e),...se(e)];for(let n of t)this.createProperty(n,e[n])}let e=this[Symbol.metadata];if(e!==null){let t=litPropertyMetadata.get(e);if(t!==void 0)for(let[e,n]of t)this.elementProperties.set(e,n)}this._$Eh=new Map;for(let[e,t]of this.elementProperties){let n=this._$Eu(e,t);n!==void 0&&this._$Eh.set(n,e)}this.elementStyles=this.finalizeStyles(this.styles)}static finalizeStyles(e){let t=[];if(Array.isArray(e)){let n=new Set(e.flat(1/0).reverse());for(let e of n)t.unshift(ne(e))}else e!==void 0&&t.push(ne(e));return t}static _$Eu(e,t){let n=t.attribute;return!1===n?void 0:typeof n==`string`?n:typeof e==`string`?e.toLowerCase():void 0}constructor(){super(),this._$Ep=void 0,this.isUpdatePending=!1,this.hasUpdated=!1,this._$Em=null,this._$Ev()}_$Ev(){this._$ES=new Promise(e=>this.enableUpdating=e),this._$AL=new Map,this._$E_(),this.requestUpdate(),this.constructor.l?.forEach(e=>e(this))}addController(e){(this._$EO??=new Set).add(e),this.renderRoot!==void 0&&this.isConnected&&e.hostConnected?.()}removeController(e){this._$EO?.delete(e)}_$E_(){let e=new Map,t=this.constructor.elementProperties;for(let n of t.keys())this.hasOwnProperty(n)&&(e.set(n,this[n]),delete this[n]);e.size>0&&(this._$Ep=e)}createRenderRoot(){let e=this.shadowRoot??this.attachShadow(this.constructor.shadowRootOptions);return te(e,this.constructor.elementStyles),e}connectedCallback(){this.renderRoot??=this.createRenderRoot(),this.enableUpdating(!0),this._$EO?.forEach(e=>e.hostConnected?.())}enableUpdating(e){}disconnectedCallback(){this._$EO?.forEach(e=>e.hostDisconnected?.())}attributeChangedCallback(e,t,n){this._$AK(e,n)}_$ET(e,t){let n=this.constructor.elementProperties.get(e),r=this.constructor._$Eu(e,n);if(r!==void 0&&!0===n.reflect){let i=(n.converter?.toAttribute===void 0?me:n.converter).toAttribute(t,n.type);this._$Em=e,i==null?this.removeAttribute(r):this.setAttribute(r,i),this._$Em=null}}_$AK(e,t){let n=this.constructor,r=n._$Eh.get(e);if(r!==void 0&&this._$Em!==r){let e=n.getPropertyOptions(r),i=typeof e.converter==`function`?{fromAttribute:e.converter}:e.converter?.fromAttribute===void 0?me:e.converter;this._$Em=r;let a=i.fromAttribute(t,e.type);this[r]=a??this._$Ej?.get(r)??a,this._$Em=null}}requestUpdate(e,t,n,r=!1,i){if(e!==void 0){let a=this.constructor;if(!1===r&&(i=this[e]),n??=a.getPropertyOptions(e),!((n.hasChanged??he)(i,t)||n.useDefault&&n.reflect&&i===this._$Ej?.get(e)&&!this.hasAttribute(a._$Eu(e,n))))return;this.C(e,t,n)}!1===this.isUpdatePending&&(this._$ES=this._$EP())}C(e,t,{useDefault:n,reflect:r,wrapped:i},a){n&&!(this._$Ej??=new Map).has(e)&&(this._$Ej.set(e,a??t??this[e]),!0!==i||a!==void 0)||(this._$AL.has(e)||(this.hasUpdated||n||(t=void 0),this._$AL.set(e,t)),!0===r&&this._$Em!==e&&(this._$Eq??=new Set).add(e))}async _$EP(){this.isUpdatePending=!0;try{await this._$ES}catch(e){Promise.reject(e)}let e=this.scheduleUpdate();return e!=null&&await e,!this.isUpdatePending}scheduleUpdate(){return this.performUpdate()}performUpdate(){if(!this.isUpdatePending)return;if(!this.hasUpdated){if(this.renderRoot??=this.createRenderRoot(),this._$Ep){for(let[e,t]of this._$Ep)this[e]=t;this._$Ep=void 0}let e=this.constructor.elementProperties;if(e.size>0)for(let[t,n]of e){let{wrapped:e}=n,r=this[t];!0!==e||this._$AL.has(t)||r===void 0||this.C(t,void 0,n,r)}}let e=!1,t=this._$AL;try{e=this.shouldUpdate(t),e?(this.willUpdate(t),this._$EO?.forEach(e=>e.hostUpdate?.()),this.update(t)):this._$EM()}catch(t){throw e=!1,this._$EM(),t}e&&this._$AE(t)}willUpdate(e){}_$AE(e){this._$EO?.forEach(e=>e.hostUpdated?.()),this.hasUpdated||(this.hasUpdated=!0,this.firstUpdated(e)),this.updated(e)}_$EM(){this._$AL=new Map,this.isUpdatePending=!1}get updateComplete(){return this.getUpdateComplete()}getUpdateComplete(){return this._$ES}shouldUpdate(e){return!0}update(e){this._$Eq&&=this._$Eq.forEach(e=>this._$ET(e,this[e])),this._$EM()}updated(e){}firstUpdated(e){}};_e.elementStyles=[],_e.shadowRootOptions={mode:`open`},_e[pe(`elementProperties`)]=new Map,_e[pe(`finalized`)]=new Map,fe?.({ReactiveElement:_e}),(le.reactiveElementVersions??=[]).push(`2.1.2`);var ve=globalThis,ye=e=>e,be=ve.trustedTypes,xe=be?be.createPolicy(`lit-html`,{createHTML:e=>e}):void 0,Se=`$lit$`,Ce=`lit$${Math.random().toFixed(9).slice(2)}$`,we=`?`+Ce,Te=`<${we}>`,Ee=document,De=()=>Ee.createComment(``),Oe=e=>e===null||typeof e!=`object`&&typeof e!=`function`,ke=Array.isArray,Ae=e=>ke(e)||typeof e?.[Symbol.iterator]==`function`,je=`[ 	
\f\r]`,Me=/<(?:(!--|\/[^a-zA-Z])|(\/?[a-zA-Z][^>\s]*)|(\/?$))/g,Ne=/-->/g,Pe=/>/g,Fe=RegExp(`>|${je}(?:([^\\s"'>=/]+)(${je}*=${je}*(?:[^ \t\n\f\r"'\`<>=]|("|')|))|$)`,`g`),Ie=/'/g,Le=/"/g,Re=/^(?:script|style|textarea|title)$/i,ze=e=>(t,...n)=>({_$litType$:e,strings:t,values:n}),g=ze(1),_=ze(2),Be=Symbol.for(`lit-noChange`),v=Symbol.for(`lit-nothing`),Ve=new WeakMap,He=Ee.createTreeWalker(Ee,129);function Ue(e,t){if(!ke(e)||!e.hasOwnProperty(`raw`))throw Error(`invalid template strings array`);return xe===void 0?t:xe.createHTML(t)}var We=(e,t)=>{let n=e.length-1,r=[],i,a=t===2?`<svg>`:t===3?`<math>`:``,o=Me;for(let t=0;t<n;t++){let n=e[t],s,c,l=-1,u=0;for(;u<n.length&&(o.lastIndex=u,c=o.exec(n),c!==null);)u=o.lastIndex,o===Me?c[1]===`!--`?o=Ne:c[1]===void 0?c[2]===void 0?c[3]!==void 0&&(o=Fe):(Re.test(c[2])&&(i=RegExp(`</`+c[2],`g`)),o=Fe):o=Pe:o===Fe?c[0]===`>`?(o=i??Me,l=-1):c[1]===void 0?l=-2:(l=o.lastIndex-c[2].length,s=c[1],o=c[3]===void 0?Fe:c[3]===`"`?Le:Ie):o===Le||o===Ie?o=Fe:o===Ne||o===Pe?o=Me:(o=Fe,i=void 0);let d=o===Fe&&e[t+1].startsWith(`/>`)?` `:``;a+=o===Me?n+Te:l>=0?(r.push(s),n.slice(0,l)+Se+n.slice(l)+Ce+d):n+Ce+(l===-2?t:d)}return[Ue(e,a+(e[n]||`<?>`)+(t===2?`</svg>`:t===3?`</math>`:``)),r]},Ge=class e{constructor({strings:t,_$litType$:n},r){let i;this.parts=[];let a=0,o=0,s=t.length-1,c=this.parts,[l,u]=We(t,n);if(this.el=e.createElement(l,r),He.currentNode=this.el.content,n===2||n===3){let e=this.el.content.firstChild;e.replaceWith(...e.childNodes)}for(;(i=He.nextNode())!==null&&c.length<s;){if(i.nodeType===1){if(i.hasAttributes())for(let e of i.getAttributeNames())if(e.endsWith(Se)){let t=u[o++],n=i.getAttribute(e).split(Ce),r=/([.?@])?(.*)/.exec(t);c.push({type:1,index:a,name:r[2],strings:n,ctor:r[1]===`.`?Xe:r[1]===`?`?Ze:r[1]===`@`?Qe:Ye}),i.removeAttribute(e)}else e.startsWith(Ce)&&(c.push({type:6,index:a}),i.removeAttribute(e));if(Re.test(i.tagName)){let e=i.textContent.split(Ce),t=e.length-1;if(t>0){i.textContent=be?be.emptyScript:``;for(let n=0;n<t;n++)i.append(e[n],De()),He.nextNode(),c.push({type:2,index:++a});i.append(e[t],De())}}}else if(i.nodeType===8){if(i.data===we)c.push({type:2,index:a});else{let e=-1;for(;(e=i.data.indexOf(Ce,e+1))!==-1;)c.push({type:7,index:a}),e+=Ce.length-1}}a++}}static createElement(e,t){let n=Ee.createElement(`template`);return n.innerHTML=e,n}};function Ke(e,t,n=e,r){if(t===Be)return t;let i=r===void 0?n._$Cl:n._$Co?.[r],a=Oe(t)?void 0:t._$litDirective$;return i?.constructor!==a&&(i?._$AO?.(!1),a===void 0?i=void 0:(i=new a(e),i._$AT(e,n,r)),r===void 0?n._$Cl=i:(n._$Co??=[])[r]=i),i!==void 0&&(t=Ke(e,i._$AS(e,t.values),i,r)),t}var qe=class{constructor(e,t){this._$AV=[],this._$AN=void 0,this._$AD=e,this._$AM=t}get parentNode(){return this._$AM.parentNode}get _$AU(){return this._$AM._$AU}u(e){let{el:{content:t},parts:n}=this._$AD,r=(e?.creationScope??Ee).importNode(t,!0);He.currentNode=r;let i=He.nextNode(),a=0,o=0,s=n[0];for(;s!==void 0;){if(a===s.index){let t;s.type===2?t=new Je(i,i.nextSibling,this,e):s.type===1?t=new s.ctor(i,s.name,s.strings,this,e):s.type===6&&(t=new $e(i,this,e)),this._$AV.push(t),s=n[++o]}a!==s?.index&&(i=He.nextNode(),a++)}return He.currentNode=Ee,r}p(e){let t=0;for(let n of this._$AV)n!==void 0&&(n.strings===void 0?n._$AI(e[t]):(n._$AI(e,n,t),t+=n.strings.length-2)),t++}},Je=class e{get _$AU(){return this._$AM?._$AU??this._$Cv}constructor(e,t,n,r){this.type=2,this._$AH=v,this._$AN=void 0,this._$AA=e,this._$AB=t,this._$AM=n,this.options=r,this._$Cv=r?.isConnected??!0}get parentNode(){let e=this._$AA.parentNode,t=this._$AM;return t!==void 0&&e?.nodeType===11&&(e=t.parentNode),e}get startNode(){return this._$AA}get endNode(){return this._$AB}_$AI(e,t=this){e=Ke(this,e,t),Oe(e)?e===v||e==null||e===``?(this._$AH!==v&&this._$AR(),this._$AH=v):e!==this._$AH&&e!==Be&&this._(e):e._$litType$===void 0?e.nodeType===void 0?Ae(e)?this.k(e):this._(e):this.T(e):this.$(e)}O(e){return this._$AA.parentNode.insertBefore(e,this._$AB)}T(e){this._$AH!==e&&(this._$AR(),this._$AH=this.O(e))}_(e){this._$AH!==v&&Oe(this._$AH)?this._$AA.nextSibling.data=e:this.T(Ee.createTextNode(e)),this._$AH=e}$(e){let{values:t,_$litType$:n}=e,r=typeof n==`number`?this._$AC(e):(n.el===void 0&&(n.el=Ge.createElement(Ue(n.h,n.h[0]),this.options)),n);if(this._$AH?._$AD===r)this._$AH.p(t);else{let e=new qe(r,this),n=e.u(this.options);e.p(t),this.T(n),this._$AH=e}}_$AC(e){let t=Ve.get(e.strings);return t===void 0&&Ve.set(e.strings,t=new Ge(e)),t}k(t){ke(this._$AH)||(this._$AH=[],this._$AR());let n=this._$AH,r,i=0;for(let a of t)i===n.length?n.push(r=new e(this.O(De()),this.O(De()),this,this.options)):r=n[i],r._$AI(a),i++;i<n.length&&(this._$AR(r&&r._$AB.nextSibling,i),n.length=i)}_$AR(e=this._$AA.nextSibling,t){for(this._$AP?.(!1,!0,t);e!==this._$AB;){let t=ye(e).nextSibling;ye(e).remove(),e=t}}setConnected(e){this._$AM===void 0&&(this._$Cv=e,this._$AP?.(e))}},Ye=class{get tagName(){return this.element.tagName}get _$AU(){return this._$AM._$AU}constructor(e,t,n,r,i){this.type=1,this._$AH=v,this._$AN=void 0,this.element=e,this.name=t,this._$AM=r,this.options=i,n.length>2||n[0]!==``||n[1]!==``?(this._$AH=Array(n.length-1).fill(new String),this.strings=n):this._$AH=v}_$AI(e,t=this,n,r){let i=this.strings,a=!1;if(i===void 0)e=Ke(this,e,t,0),a=!Oe(e)||e!==this._$AH&&e!==Be,a&&(this._$AH=e);else{let r=e,o,s;for(e=i[0],o=0;o<i.length-1;o++)s=Ke(this,r[n+o],t,o),s===Be&&(s=this._$AH[o]),a||=!Oe(s)||s!==this._$AH[o],s===v?e=v:e!==v&&(e+=(s??``)+i[o+1]),this._$AH[o]=s}a&&!r&&this.j(e)}j(e){e===v?this.element.removeAttribute(this.name):this.element.setAttribute(this.name,e??``)}},Xe=class extends Ye{constructor(){super(...arguments),this.type=3}j(e){this.element[this.name]=e===v?void 0:e}},Ze=class extends Ye{constructor(){super(...arguments),this.type=4}j(e){this.element.toggleAttribute(this.name,!!e&&e!==v)}},Qe=class extends Ye{constructor(e,t,n,r,i){super(e,t,n,r,i),this.type=5}_$AI(e,t=this){if((e=Ke(this,e,t,0)??v)===Be)return;let n=this._$AH,r=e===v&&n!==v||e.capture!==n.capture||e.once!==n.once||e.passive!==n.passive,i=e!==v&&(n===v||r);r&&this.element.removeEventListener(this.name,this,n),i&&this.element.addEventListener(this.name,this,e),this._$AH=e}handleEvent(e){typeof this._$AH==`function`?this._$AH.call(this.options?.host??this.element,e):this._$AH.handleEvent(e)}},$e=class{constructor(e,t,n){this.element=e,this.type=6,this._$AN=void 0,this._$AM=t,this.options=n}get _$AU(){return this._$AM._$AU}_$AI(e){Ke(this,e)}},et={M:Se,P:Ce,A:we,C:1,L:We,R:qe,D:Ae,V:Ke,I:Je,H:Ye,N:Ze,U:Qe,B:Xe,F:$e},tt=ve.litHtmlPolyfillSupport;tt?.(Ge,Je),(ve.litHtmlVersions??=[]).push(`3.3.3`);var nt=(e,t,n)=>{let r=n?.renderBefore??t,i=r._$litPart$;if(i===void 0){let e=n?.renderBefore??null;r._$litPart$=i=new Je(t.insertBefore(De(),e),e,void 0,n??{})}return i._$AI(e),i},rt=globalThis,y=class extends _e{constructor(){super(...arguments),this.renderOptions={host:this},this._$Do=void 0}createRenderRoot(){let e=super.createRenderRoot();return this.renderOptions.renderBefore??=e.firstChild,e}update(e){let t=this.render();this.hasUpdated||(this.renderOptions.isConnected=this.isConnected),super.update(e),this._$Do=nt(t,this.renderRoot,this.renderOptions)}connectedCallback(){super.connectedCallback(),this._$Do?.setConnected(!0)}disconnectedCallback(){super.disconnectedCallback(),this._$Do?.setConnected(!1)}render(){return Be}};y._$litElement$=!0,y.finalized=!0,rt.litElementHydrateSupport?.({LitElement:y});var it=rt.litElementPolyfillSupport;it?.({LitElement:y}),(rt.litElementVersions??=[]).push(`4.2.2`);var b=e=>(t,n)=>{n===void 0?customElements.define(e,t):n.addInitializer(()=>{customElements.define(e,t)})},at={attribute:!0,type:String,converter:me,reflect:!1,hasChanged:he},ot=(e=at,t,n)=>{let{kind:r,metadata:i}=n,a=globalThis.litPropertyMetadata.get(i);if(a===void 0&&globalThis.litPropertyMetadata.set(i,a=new Map),r===`setter`&&((e=Object.create(e)).wrapped=!0),a.set(n.name,e),r===`accessor`){let{name:r}=n;return{set(n){let i=t.get.call(this);t.set.call(this,n),this.requestUpdate(r,i,e,!0,n)},init(t){return t!==void 0&&this.C(r,void 0,e,t),t}}}if(r===`setter`){let{name:r}=n;return function(n){let i=this[r];t.call(this,n),this.requestUpdate(r,i,e,!0,n)}}throw Error(`Unsupported decorator location: `+r)};function x(e){return(t,n)=>typeof n==`object`?ot(e,t,n):((e,t,n)=>{let r=t.hasOwnProperty(n);return t.constructor.createProperty(n,e),r?Object.getOwnPropertyDescriptor(t,n):void 0})(e,t,n)}function S(e){return x({...e,state:!0,attribute:!1})}var st=(e,t,n)=>(n.configurable=!0,n.enumerable=!0,Reflect.decorate&&typeof t!=`object`&&Object.defineProperty(e,t,n),n);function C(e,t){return(n,r,i)=>{let a=t=>t.renderRoot?.querySelector(e)??null;if(t){let{get:e,set:t}=typeof r==`object`?n:i??(()=>{let e=Symbol();return{get(){return this[e]},set(t){this[e]=t}}})();return st(n,r,{get(){let n=e.call(this);return n===void 0&&(n=a(this),(n!==null||this.hasUpdated)&&t.call(this,n)),n}})}return st(n,r,{get(){return a(this)}})}}var ct={search:_`<circle cx="11" cy="11" r="6.5"/><path d="m20 20-4.2-4.2"/>`,close:_`<path d="M6 6l12 12M18 6 6 18"/>`,plus:_`<path d="M12 5v14M5 12h14"/>`,minus:_`<path d="M5 12h14"/>`,home:_`<path d="M4 9V5a1 1 0 0 1 1-1h4M15 4h4a1 1 0 0 1 1 1v4M20 15v4a1 1 0 0 1-1 1h-4M9 20H5a1 1 0 0 1-1-1v-4"/>`,help:_`<rect x="3" y="6" width="18" height="12" rx="2"/><path d="M7 10h.01M11 10h.01M15 10h.01M8 14h8"/>`,sun:_`<circle cx="12" cy="12" r="4"/><path d="M12 3v2M12 19v2M3 12h2M19 12h2M5.6 5.6 7 7M17 17l1.4 1.4M18.4 5.6 17 7M7 17l-1.4 1.4"/>`,moon:_`<path d="M20 14.5A8 8 0 0 1 9.5 4a8 8 0 1 0 10.5 10.5z"/>`,dice:_`<rect x="4" y="4" width="16" height="16" rx="3.5"/><path d="M8.5 8.5h.01M15.5 8.5h.01M12 12h.01M8.5 15.5h.01M15.5 15.5h.01"/>`,lock:_`<rect x="5" y="11" width="14" height="9" rx="2"/><path d="M8 11V8a4 4 0 0 1 8 0v3"/>`,unlock:_`<rect x="5" y="11" width="14" height="9" rx="2"/><path d="M8 11V8a4 4 0 0 1 7.5-2"/>`,star:_`<path d="m12 4 2.5 5.1 5.6.8-4 4 1 5.6-5.1-2.7-5 2.7 1-5.6-4.1-4 5.6-.8z"/>`,copy:_`<rect x="9" y="9" width="11" height="11" rx="2"/><path d="M5 15V6a2 2 0 0 1 2-2h8"/>`,down:_`<path d="M12 4v11M7.5 11 12 15.5 16.5 11M5 20h14"/>`,undo:_`<path d="M9 14 4.5 9.5 9 5M5 9.5h9a5 5 0 0 1 0 10h-3"/>`,redo:_`<path d="m15 14 4.5-4.5L15 5M19 9.5h-9a5 5 0 0 0 0 10h3"/>`,spark:_`<path d="M12 4v4M12 16v4M4 12h4M16 12h4M7 7l2 2M15 15l2 2M17 7l-2 2M9 15l-2 2"/>`,between:_`<circle cx="5.5" cy="12" r="2.5"/><circle cx="18.5" cy="12" r="2.5"/><path d="M8.5 12h7" stroke-dasharray="1 3"/>`,warp:_`<path d="M4 6c4 0 4 4 8 4s4-4 8-4M4 12c4 0 4 4 8 4s4-4 8-4M4 18h16"/>`,image:_`<rect x="4" y="5" width="16" height="14" rx="2"/><circle cx="9" cy="10" r="1.5"/><path d="m5 18 5-5 3 3 2.5-2.5L20 18"/>`,grid:_`<rect x="4" y="4" width="16" height="16" rx="2"/><path d="M4 9.3h16M4 14.7h16M9.3 4v16M14.7 4v16"/>`,table:_`<rect x="4" y="5" width="16" height="14" rx="2"/><path d="M4 10h16M4 14.5h16M9 5v14"/>`,steps:_`<circle cx="5" cy="12" r="1.6"/><circle cx="12" cy="12" r="2.6"/><circle cx="19" cy="12" r="3.4"/>`,chip:_`<rect x="6.5" y="6.5" width="11" height="11" rx="2"/><path d="M9.5 3.5v3M14.5 3.5v3M9.5 17.5v3M14.5 17.5v3M3.5 9.5h3M3.5 14.5h3M17.5 9.5h3M17.5 14.5h3"/>`,check:_`<path d="M12 3.5 5 6v5.5c0 4.2 2.9 7.3 7 9 4.1-1.7 7-4.8 7-9V6z"/><path d="m9 12 2.2 2.2L15.2 10"/>`,play:_`<path d="M8 5.5v13l10.5-6.5z"/>`,stop:_`<rect x="6.5" y="6.5" width="11" height="11" rx="2"/>`,left:_`<path d="m14.5 6-6 6 6 6"/>`,right:_`<path d="m9.5 6 6 6-6 6"/>`,swap:_`<path d="M5 9h13l-3.5-3.5M19 15H6l3.5 3.5"/>`,chart:_`<path d="M9 5 4 7v12l5-2 6 2 5-2V5l-5 2z"/><path d="M9 5v12M15 7v12"/>`,brush:_`<path d="M18.5 4.5 9.5 13.5l2 2 9-9a1.4 1.4 0 0 0-2-2z"/><path d="M8.5 14.5c-2 0-3 1.3-3 3 0 1-.7 1.7-1.5 2 3 .8 6.5 0 6.5-3a2 2 0 0 0-2-2z"/>`,clock:_`<circle cx="12" cy="12" r="8"/><path d="M12 7.5V12l3 2"/>`,queue:_`<path d="M4 6h10M4 12h10M4 18h10"/><path d="m18 9 2.5-2.5L18 4M18 20l2.5-2.5L18 15"/>`,layers:_`<path d="m12 4 8.5 4.5L12 13 3.5 8.5z"/><path d="m4 13 8 4.3 8-4.3M4 16.8l8 4.2 8-4.2"/>`,more:_`<path d="M5.5 12h.01M12 12h.01M18.5 12h.01" stroke-width="3"/>`,page:_`<rect x="5" y="4" width="14" height="16" rx="2"/><path d="M9 9h6M9 13h6"/>`,trash:_`<path d="M4.5 7h15M9.5 7V4.5h5V7M6.5 7l.8 12.5h9.4L17.5 7M10 11v5M14 11v5"/>`,folder:_`<path d="M3.5 7.5a1.5 1.5 0 0 1 1.5-1.5h4l2 2.5h8a1.5 1.5 0 0 1 1.5 1.5v7a1.5 1.5 0 0 1-1.5 1.5H5a1.5 1.5 0 0 1-1.5-1.5z"/>`,place:_`<path d="M12 20.5s-6.5-5.7-6.5-10.5a6.5 6.5 0 0 1 13 0c0 4.8-6.5 10.5-6.5 10.5z"/><circle cx="12" cy="10" r="2.3"/>`,compare:_`<rect x="3.5" y="5" width="17" height="14" rx="2"/><path d="M12 3v18"/><path d="m9 10-2 2 2 2M15 10l2 2-2 2"/>`,top:_`<path d="M5 4.5h14M12 20V8.5M7.5 13 12 8.5l4.5 4.5"/>`,up:_`<path d="M12 19V6M7 11l5-5 5 5"/>`,lower:_`<path d="M12 5v13M7 13l5 5 5-5"/>`,grip:_`<path d="M9 6h.01M15 6h.01M9 12h.01M15 12h.01M9 18h.01M15 18h.01" stroke-width="2.6"/>`,pause:_`<path d="M9 6v12M15 6v12" stroke-width="2.6"/>`,pen:_`<path d="m5 19 .8-3.8L16.5 4.5a1.6 1.6 0 0 1 2.3 0l.7.7a1.6 1.6 0 0 1 0 2.3L8.8 18.2z"/>`,tree:_`<circle cx="7" cy="5.5" r="2"/><circle cx="7" cy="18.5" r="2"/><circle cx="17" cy="12" r="2"/><path d="M7 7.5v9M7 14c0-2.5 3-2 8-2"/>`,hand:_`<path d="M8 12V6.5a1.5 1.5 0 0 1 3 0V11M11 11V5a1.5 1.5 0 0 1 3 0v6M14 11V6.5a1.5 1.5 0 0 1 3 0V14a6 6 0 0 1-6 6c-2.6 0-4-1.3-5.2-3.4L4 13.4a1.4 1.4 0 0 1 2.3-1.6L8 13.5"/>`,lasso:_`<path d="M12 4.5c4.7 0 8.5 2.5 8.5 5.7S16.7 16 12 16s-8.5-2.6-8.5-5.8S7.3 4.5 12 4.5z" stroke-dasharray="3 2.4"/><path d="M8 15.5c-1.8.8-2 3-.3 3.700 1 .4 1.3 1 .8 1.8"/>`,box:_`<rect x="4.5" y="5.5" width="15" height="13" rx="1" stroke-dasharray="3 2.4"/>`,polygon:_`<path d="M5 9 13 4.5l6.5 7-4 8-9-1.5z" stroke-dasharray="3 2.4"/><path d="M5 9h.01M13 4.5h.01M19.5 11.5h.01M15.5 19.5h.01M6.5 18h.01" stroke-width="3.4"/>`,rows:_`<path d="M9 6h11M9 12h11M9 18h11M4.5 6h.01M4.5 12h.01M4.5 18h.01"/>`,tick:_`<path d="m5.5 12.5 4.2 4.2 8.8-9.2"/>`},w=e=>g`<svg class="i" viewBox="0 0 24 24" aria-hidden="true">${ct[e]}</svg>`,lt=g`<svg viewBox="0 0 32 32" width="26" height="26" aria-hidden="true">
  <circle cx="16" cy="16" r="14.2" fill="none" stroke="currentColor" stroke-width="1.8" />
  <path d="M21.8 5.6 18.6 17.3 13.4 14.7z" fill="var(--accent)" />
  <path d="M10.2 26.4 13.4 14.7 18.6 17.3z" fill="currentColor" />
</svg>`,T=h`
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
  /* What only a mouse can hit is made as large as a thumb. */
  @media (pointer: coarse) {
    button:not(.pin),
    .button,
    select,
    summary {
      min-height: 40px !important;
    }
  }
  @media (prefers-reduced-motion: reduce) {
    * {
      animation-duration: 0.01ms !important;
      transition: none !important;
    }
  }
`,ut={"about.open":`About this map`,"about.points":`{n} pictures`,"about.version":`Version {n}`,"about.believe":`How far to believe it`,"about.believeHint":`A flat map cannot keep every neighbour. Each figure goes from 0 to 1, and 1 is perfect.`,"about.trust":`Trustworthiness`,"about.trustHelp":`What lies side by side here is really alike. Low: strangers lie next to each other.`,"about.continuity":`Continuity`,"about.continuityHelp":`What is really alike has stayed together. Low: relatives were torn to different places.`,"about.recall":`Recall@15`,"about.recallHelp":`Of the 15 pictures that are most alike one, so large a share is still among its 15 nearest here. The true ones stand in the card of every picture.`,"about.stability":`Stability`,"about.stabilityHelp":`Laid out again with other seeds, the map comes out with the same shape.`,"about.unknown":`not measured`,"about.versions":`Versions`,"about.versionOf":`version {n}`,"about.newest":`newest`,"about.joined":`{n} joined`,"about.shown":`shown`,"about.going":`Fetching version {n}`,"about.behind":`There is a newer version`,"about.anew":`Lay out anew`,"about.anewHint":`Pictures that joined become part of it. Nothing is lost: the old version stays.`,"about.anewAxes":`A map along two directions is exact as it is.`,"about.stage.render":`Rendering`,"about.stage.layout":`Laying out`,"about.stage.quality":`Measuring`,"about.stage.labels":`Naming regions`,"about.stage.write":`Writing`,"about.waiting":`Waiting`,"about.left":`{time} left`,"about.all":`All maps`,"region.edit":`Name of this region`,"region.editOf":`Rename the region {title}`,"region.own":`Your own name`,"region.alternates":`What else it could be called`,"region.score":`how typical: {n}`,"region.count":`{n} pictures`,"region.save":`Keep`,"region.back":`Back to “{title}”`,"region.help":`Name the region in the middle`,"region.none":`No region has a name here. Zoom out.`,"region.renamed":`The region is called “{title}” now.`,"news.joined":`{title} has joined the map.`,"session.kind.label":`Region named`,"session.name.set":`selection`},dt={"about.open":`この地図について`,"about.points":`{n} 枚`,"about.version":`第 {n} 版`,"about.believe":`どこまで信じてよいか`,"about.believeHint":`平らな地図では、すべての近さを保つことはできません。どの数値も 0 から 1 で、1 が理想です。`,"about.trust":`信頼性`,"about.trustHelp":`隣り合う絵は、本当に似ています。低いと、似ていない絵が隣に並んでいます。`,"about.continuity":`連続性`,"about.continuityHelp":`本当に似た絵は、離れずに並んでいます。低いと、仲間が別々の場所に引き離されています。`,"about.recall":`再現率@15`,"about.recallHelp":`ある絵に最も似た 15 枚のうち、この地図でも近い 15 枚に入っている割合です。本当に似た絵は、それぞれのカードに並んでいます。`,"about.stability":`安定性`,"about.stabilityHelp":`シードを変えて配置し直しても、同じ形になる度合いです。`,"about.unknown":`未測定`,"about.versions":`版`,"about.versionOf":`第 {n} 版`,"about.newest":`最新`,"about.joined":`{n} 枚が加わりました`,"about.shown":`表示中`,"about.going":`第 {n} 版を読み込んでいます`,"about.behind":`新しい版があります`,"about.anew":`配置し直す`,"about.anewHint":`あとから加わった絵も地図の一部になります。古い版は残るので、何も失われません。`,"about.anewAxes":`2 つの方向に沿った地図は、すでに正確です。`,"about.stage.render":`描画中`,"about.stage.layout":`配置中`,"about.stage.quality":`評価中`,"about.stage.labels":`地域に名前を付けています`,"about.stage.write":`書き込み中`,"about.waiting":`待機中`,"about.left":`残り {time}`,"about.all":`すべての地図`,"region.edit":`この地域の名前`,"region.editOf":`地域「{title}」の名前を変える`,"region.own":`自分で付ける名前`,"region.alternates":`ほかの候補`,"region.score":`らしさ {n}`,"region.count":`{n} 枚`,"region.save":`決定`,"region.back":`「{title}」に戻す`,"region.help":`中央の地域に名前を付ける`,"region.none":`ここには名前のある地域がありません。縮小してください。`,"region.renamed":`地域の名前を「{title}」にしました。`,"news.joined":`「{title}」が地図に加わりました。`,"session.kind.label":`地域に名前を付けた`,"session.name.set":`選択`},ft={"nav.maps":`Maps`,"maps.title":`Maps`,"maps.hint":`A map can be built from anything that has vectors: prompts, words, pictures, tables.`,"maps.shipped":`came with the program`,"maps.points":`{n} points`,"maps.version":`version {n}`,"maps.trust":`Trustworthiness`,"maps.continuity":`Continuity`,"maps.recall":`Recall@15`,"maps.stability":`Stability`,"maps.trustHelp":`How few strangers the map puts among a point's neighbours`,"maps.continuityHelp":`How few true neighbours the map tears away`,"maps.recallHelp":`Share of the 15 true neighbours that stay neighbours`,"maps.stabilityHelp":`How alike the map comes out with other seeds`,"maps.open":`Open`,"maps.refit":`Lay out anew`,"maps.versions":`Versions`,"maps.current":`current`,"maps.remove":`Remove`,"maps.removeAsk":`Remove {title}?`,"maps.removeBody":`All its versions go. Renders and uploads stay.`,"maps.build":`Build a map`,"maps.do":`Build`,"maps.name":`Name`,"maps.nameHint":`e.g. my animals`,"maps.source":`From`,"maps.source.prompts":`A list of prompts`,"maps.source.template":`A template with slots`,"maps.source.words":`A list of words`,"maps.source.history":`The history`,"maps.source.sweep":`A sweep`,"maps.source.upload":`Files: pictures, zip, CSV, Parquet, NPY`,"maps.source.training":`What the model was trained on`,"maps.lines":`One on each line`,"maps.template":`Template`,"maps.templateHint":`a {red|blue|green} {cat|dog|house}`,"maps.seeds":`Seeds`,"maps.starred":`Starred ones only`,"maps.sweep":`Sweep`,"maps.files":`Files`,"maps.bringing":`Reading the files …`,"maps.brought":`{n} points read`,"maps.leftOut":`{n} left out`,"maps.training":`Names and keywords are shipped, the training pictures are not: the model draws every point itself.`,"maps.model":`Model`,"maps.space":`Compared by`,"maps.space.judge":`What the pictures show`,"maps.space.prompt":`What the words mean to the model`,"maps.space.sentence":`What the words mean, without pictures`,"maps.space.latent":`The latents`,"maps.space.noise":`The noise`,"maps.space.bottleneck":`The middle of the denoiser`,"maps.projector":`Flattened by`,"maps.supervise":`Draw together what has the same`,"maps.superviseNone":`Nothing: by likeness alone`,"maps.aligned":`Laid out like`,"maps.alignedNone":`No other map`,"maps.bare":`Without pictures: laid out at once, drawn when you press on a place`,"maps.nameless":`Give the map a name.`,"maps.wrongSize":`{n} points · a map needs {least} to {most}`,"maps.chooseSweep":`Choose one`,"maps.noSweep":`There is no sweep yet`,"maps.folder":`Or a whole folder of pictures`,"maps.ends":`Words, any expression, @groups, or column = value.`,"maps.endsTable":`The number of a row, or column = value.`,"maps.noWayBack":`Empty places cannot be drawn here:`,"maps.why.numbers":`the points are numbers, not pictures.`,"maps.why.pictures":`the model cannot take pictures, so nothing can be made from uploaded ones.`,"maps.why.steps":`to see where a picture landed, the model would have to walk all its steps once more.`,"maps.right":`To the right`,"maps.up":`Upwards`,"maps.from":`from`,"maps.to":`to`,"maps.estimate":`{n} points · {time}`,"maps.estimateNone":`{n} points · no build to compare with yet`,"maps.seconds":`about {n} s`,"maps.minutes":`about {n} min`,"maps.stage.render":`Rendering`,"maps.stage.layout":`Laying out`,"maps.stage.quality":`Measuring`,"maps.stage.labels":`Naming regions`,"maps.stage.write":`Writing`,"maps.waiting":`Waiting`,"maps.left":`{time} left`},pt={"nav.maps":`マップ`,"maps.title":`マップ`,"maps.hint":`プロンプト、単語、画像、表など、ベクトルになるものなら何からでもマップを作れます。`,"maps.shipped":`同梱`,"maps.points":`{n}点`,"maps.version":`第{n}版`,"maps.trust":`信頼性`,"maps.continuity":`連続性`,"maps.recall":`再現率@15`,"maps.stability":`安定性`,"maps.trustHelp":`近くにないはずの点を、近くに置いていない度合い`,"maps.continuityHelp":`本来近い点を引き離していない度合い`,"maps.recallHelp":`本当の近傍15点のうち、マップでも近傍に残る割合`,"maps.stabilityHelp":`シードを変えても同じ形になる度合い`,"maps.open":`開く`,"maps.refit":`配置し直す`,"maps.versions":`版`,"maps.current":`現在`,"maps.remove":`削除`,"maps.removeAsk":`「{title}」を削除しますか？`,"maps.removeBody":`すべての版が消えます。画像とアップロードは残ります。`,"maps.build":`マップを作る`,"maps.do":`作成`,"maps.name":`名前`,"maps.nameHint":`例：my animals`,"maps.source":`素材`,"maps.source.prompts":`プロンプトの一覧`,"maps.source.template":`差し込み付きのひな形`,"maps.source.words":`単語の一覧`,"maps.source.history":`履歴`,"maps.source.sweep":`スイープ`,"maps.source.upload":`ファイル（画像、zip、CSV、Parquet、NPY）`,"maps.source.training":`モデルの学習データ`,"maps.lines":`1行に1つ`,"maps.template":`ひな形`,"maps.templateHint":`a {red|blue|green} {cat|dog|house}`,"maps.seeds":`シード`,"maps.starred":`スター付きのみ`,"maps.sweep":`スイープ`,"maps.files":`ファイル`,"maps.bringing":`ファイルを読み込んでいます…`,"maps.brought":`{n}点を読み込みました`,"maps.leftOut":`{n}件は除外`,"maps.training":`同梱されているのは名前とキーワードだけです。学習に使った画像は含まれないため、各点はモデル自身が描きます。`,"maps.model":`モデル`,"maps.space":`比べるもの`,"maps.space.judge":`画像の見た目`,"maps.space.prompt":`モデルにとっての言葉の意味`,"maps.space.sentence":`言葉の意味（画像なし）`,"maps.space.latent":`潜在ベクトル`,"maps.space.noise":`ノイズ`,"maps.space.bottleneck":`デノイザーの中間層`,"maps.projector":`平面への配置`,"maps.supervise":`同じ値どうしを近づける列`,"maps.superviseNone":`なし（似ているものだけで配置）`,"maps.aligned":`配置をそろえるマップ`,"maps.alignedNone":`そろえない`,"maps.bare":`画像を先に描かない（すぐ配置し、場所を押したときに描きます）`,"maps.nameless":`マップに名前を付けてください。`,"maps.wrongSize":`{n}点・マップには{least}～{most}点が必要です`,"maps.chooseSweep":`選んでください`,"maps.noSweep":`スイープはまだありません`,"maps.folder":`または画像のフォルダーごと`,"maps.ends":`言葉、式、@グループ、または「列 = 値」。`,"maps.endsTable":`行の番号、または「列 = 値」。`,"maps.noWayBack":`このマップでは空いた場所を描けません：`,"maps.why.numbers":`点は画像ではなく数値です。`,"maps.why.pictures":`このモデルは画像を受け取れないため、アップロードした画像からは作れません。`,"maps.why.steps":`描いた画像の位置を知るには、モデルの全ステップをもう一度たどる必要があります。`,"maps.right":`右方向`,"maps.up":`上方向`,"maps.from":`から`,"maps.to":`へ`,"maps.estimate":`{n}点・{time}`,"maps.estimateNone":`{n}点・所要時間は初回の作成後に分かります`,"maps.seconds":`約{n}秒`,"maps.minutes":`約{n}分`,"maps.stage.render":`画像を生成中`,"maps.stage.layout":`配置中`,"maps.stage.quality":`品質を測定中`,"maps.stage.labels":`領域に名前を付けています`,"maps.stage.write":`書き込み中`,"maps.waiting":`待機中`,"maps.left":`残り{time}`},mt={"along.title":`Along a direction`,"along.box":`A direction, or a point`,"along.hint":`dir("cat", "dog")`,"along.help":`Two words, a ready direction, or two of your groups; @name is a group. One point measures likeness.`,"along.from":`From`,"along.to":`To`,"along.turn":`Turn it round`,"along.less":`less: {name}`,"along.low":`less`,"along.high":`more`,"along.like":`most alike`,"along.unlike":`least alike`,"along.example":`{end}: open picture {n}`,"along.ready":`Ready directions`,"along.groups":`Groups`,"along.at":`at character {n}`,"along.here":`Colour by likeness`,"list.order":`Order`,"list.order.middle":`Middle of the view first`,"list.order.down":`{field}: highest first`,"list.order.up":`{field}: lowest first`,"twin.new":`The same recipes elsewhere …`,"twin.title":`The same recipes elsewhere`,"twin.model":`Model`,"twin.space":`Compared by`,"twin.most":`How many`,"twin.chosen":`The {n} chosen ones`,"twin.all":`All {n}`,"twin.some":`{n}, drawn evenly`,"twin.make":`Make the second map`,"twin.busy":`Making the second map`,"twin.cost":`{n} pictures, {time}`,"twin.costNone":`{n} pictures`,"twin.costFree":`{n} points, nothing to draw`,"twin.name":`{title}: {model} by {space}`,"twin.failed":`The second map could not be made: {detail}`,"differ.title":`Where the maps disagree`,"differ.share":`{n} of {here} pictures here and {there} there are the same ones.`,"differ.sentence":`Of their true neighbours {share} % changed. Most in {most}; least in {least}.`,"differ.plain":`Of their true neighbours {share} % changed.`,"differ.most":`Pictures with the most different neighbours`,"differ.few":`Too few are shared to say where the maps disagree.`,"differ.open":`{title}: {percent} % of its neighbours changed`,"differ.show":`Where they disagree`,"differ.hide":`Less`},ht={"along.title":`方向に沿って`,"along.box":`方向または点`,"along.hint":`dir("猫", "犬")`,"along.help":`二つの言葉、用意された方向、または二つのグループ（@名前）。点一つなら類似度を測ります。`,"along.from":`ここから`,"along.to":`ここへ`,"along.turn":`向きを逆にする`,"along.less":`「{name}」が弱い`,"along.low":`弱い`,"along.high":`強い`,"along.like":`最も似ている`,"along.unlike":`最も似ていない`,"along.example":`{end}：画像 {n} を開く`,"along.ready":`用意された方向`,"along.groups":`グループ`,"along.at":`{n} 文字目`,"along.here":`類似度で色分け`,"list.order":`並び順`,"list.order.middle":`表示の中央から`,"list.order.down":`{field}：大きい順`,"list.order.up":`{field}：小さい順`,"twin.new":`同じレシピを別の場所で…`,"twin.title":`同じレシピを別の場所で`,"twin.model":`モデル`,"twin.space":`比べるもの`,"twin.most":`枚数`,"twin.chosen":`選択中の {n} 枚`,"twin.all":`すべて（{n} 枚）`,"twin.some":`均等に選んだ {n} 枚`,"twin.make":`二つ目の地図を作る`,"twin.busy":`二つ目の地図を作成中`,"twin.cost":`画像 {n} 枚、{time}`,"twin.costNone":`画像 {n} 枚`,"twin.costFree":`点 {n} 個、描画なし`,"twin.name":`{title}：{model}（{space}）`,"twin.failed":`二つ目の地図を作れませんでした：{detail}`,"differ.title":`地図が食い違うところ`,"differ.share":`こちらの {here} 枚とあちらの {there} 枚のうち、{n} 枚が同じです。`,"differ.sentence":`本当の隣人のうち {share} % が入れ替わりました。最も多いのは{most}、最も少ないのは{least}です。`,"differ.plain":`本当の隣人のうち {share} % が入れ替わりました。`,"differ.most":`隣人が最も変わった画像`,"differ.few":`共通の画像が少なすぎて、どこが食い違うか言えません。`,"differ.open":`{title}：隣人の {percent} % が入れ替わりました`,"differ.show":`食い違うところ`,"differ.hide":`閉じる`},gt={"nav.journeys":`Journeys`,"journeys.title":`Title of the journey`,"journeys.untitled":`Untitled journey`,"journeys.new":`New`,"journeys.shape":`Shape`,"journeys.shape.line":`Path`,"journeys.shape.grid":`Square`,"journeys.shapeHint.line":`From one station to the next`,"journeys.shapeHint.grid":`Four stations as corners, everything between them, and a route over it`,"journeys.empty":`Choose stations, and walk from one picture to the next at a pace at which every frame changes equally much.`,"journeys.example":`Show me one`,"journeys.example.a":`smiling cat`,"journeys.example.b":`rocket`,"journeys.dropHint":`Or drop pictures here, or a film that was made here: it brings its journey back.`,"journeys.dropHere":`Drop pictures, or a film that was made here`,"journeys.stations":`Stations`,"journeys.station":`Station {n}`,"journeys.add":`Add station`,"journeys.remove":`Remove`,"journeys.move":`move with the arrow keys, or drag`,"journeys.moveHint":`Drag, or use the arrow keys`,"journeys.goThere":`Show this station in the preview`,"journeys.leg":`From station {a} to {b}`,"journeys.curve":`Curve`,"journeys.curve.arc":`Arc`,"journeys.curve.line":`Line`,"journeys.curve.mix":`Mix`,"journeys.curve.spline":`Spline`,"journeys.curve.hold":`Hold`,"journeys.curveHint.arc":`Keeps the length that noise and meanings have: the usual choice.`,"journeys.curveHint.line":`Straight through the middle, where pictures fade.`,"journeys.curveHint.mix":`A blend whose noise stays noise.`,"journeys.curveHint.spline":`Bends smoothly through the stations instead of turning at each.`,"journeys.curveHint.hold":`Stays, and jumps at the end of the leg.`,"journeys.parts":`Components that go their own way`,"journeys.part.prompt":`Words`,"journeys.part.noise":`Noise`,"journeys.part.steering":`Sliders`,"journeys.part.guidance":`Guidance`,"journeys.asLeg":`as the leg`,"journeys.everyLeg":`For every leg`,"journeys.seconds":`Seconds`,"journeys.seconds.short":`s`,"journeys.addTitle":`Add stations`,"journeys.way.words":`Words`,"journeys.way.history":`History`,"journeys.way.picture":`Picture`,"journeys.way.map":`Map`,"journeys.prompt":`What is to be seen there?`,"journeys.promptHint":`smiling cat`,"journeys.model":`Model`,"journeys.wordsHint":`A different seed makes another picture of the same words.`,"journeys.search":`Search what was made`,"journeys.historyNone":`Nothing was found that this journey could pass.`,"journeys.pictureHint":`Choose pictures, or a film that was made here`,"journeys.added":`{n} added`,"journeys.back":`Take back`,"journeys.done":`Done`,"journeys.map":`Map to take stations from`,"journeys.map.draw":`Draw`,"journeys.map.tap":`Tap`,"journeys.map.drawHint":`Draw one stroke: it becomes up to eight stations.`,"journeys.map.tapHint":`Tap pictures or empty places; drag and zoom as on the atlas.`,"journeys.map.which":`Which map`,"journeys.map.keys":`By keyboard: arrows walk from picture to picture, Enter takes one, Backspace takes it back.`,"journeys.map.standing":`At: {words}. Enter takes it as a station.`,"journeys.preview":`Preview of the journey`,"journeys.play":`Play`,"journeys.pause":`Pause`,"journeys.scrub":`Where in the film`,"journeys.looking":`Looking at the way`,"journeys.timing":`Pace`,"journeys.pace":`Pace`,"journeys.pace.even":`Even throughout`,"journeys.pace.legs":`Even within each leg`,"journeys.pace.given":`As it comes`,"journeys.ease":`Easing`,"journeys.ease.linear":`None`,"journeys.ease.in_out":`Start and end softly`,"journeys.ease.in":`Start softly`,"journeys.ease.out":`End softly`,"journeys.pause_s":`Pause at stations (s)`,"journeys.fps":`Frames a second`,"journeys.tempo":`Beats a minute`,"journeys.tempoHint":`Every leg takes four beats`,"journeys.loop":`Back to the start`,"journeys.attention":`Attention interpolation`,"journeys.attentionHint":`Frames look at both stations while they are made: fewer double exposures, three times the work`,"journeys.chart.none":`How much each frame changes will be shown here.`,"journeys.chart.still":`Nothing changes on the way: the stations show the same picture. Change the words or the seed of one of them.`,"journeys.chart.before":`Change from frame to frame, as it comes`,"journeys.chart.after":`At an even pace`,"journeys.smoothness":`smoothness {n}`,"journeys.judge.model":`Measured by the angle that the model's own judge sees between two frames.`,"journeys.judge.pyramid":`Measured by a Laplacian pyramid: this model has no judge of its own.`,"journeys.route":`Route over the square`,"journeys.route.snake":`Row by row`,"journeys.route.round":`Around`,"journeys.route.diagonal":`Across`,"journeys.routeHint":`Draw a route on the square, or walk over it by arrow keys and set its stops with Enter.`,"journeys.cell":`Column {x}, row {y}; stops: {n}`,"journeys.evenSquare":`Even along both sides`,"journeys.film":`Film`,"journeys.format":`File`,"journeys.format.mp4":`MP4`,"journeys.format.webm":`WebM`,"journeys.format.gif":`GIF`,"journeys.format.apng":`APNG`,"journeys.format.webp":`WebP`,"journeys.format.frames":`Frames (zip)`,"journeys.scale":`Size`,"journeys.scale.fit":`About 512 px`,"journeys.keep":`Keep the frames in the history`,"journeys.install":`MP4 and WebM need one more package on the server: pip install 'rashin[film]'`,"journeys.render":`Render`,"journeys.frame":`Frame {n} of {all}`,"journeys.writing":`Writing the file`,"journeys.waiting":`Waiting`,"journeys.left":`{s} s left`,"journeys.frames":`{n} frames, {s} s`,"journeys.tooLong":`at most {most} fit into one film. Lower the frames a second, or shorten the legs.`,"journeys.copies":`As curl or Python`,"journeys.copyJourney":`This journey`,"journeys.copyFilm":`Its film`,"journeys.download":`Download`,"journeys.earlier":`Earlier journeys`,"journeys.forget":`Delete`},_t={"nav.journeys":`旅`,"journeys.title":`旅の題名`,"journeys.untitled":`無題の旅`,"journeys.new":`新しい旅`,"journeys.shape":`形`,"journeys.shape.line":`道`,"journeys.shape.grid":`正方形`,"journeys.shapeHint.line":`駅から駅へ順に進みます`,"journeys.shapeHint.grid":`4つの駅を角とし、その間を埋め、上に道筋を引きます`,"journeys.empty":`駅を選び、どのコマも同じだけ変わる速さで、絵から絵へ歩きます。`,"journeys.example":`見本を見る`,"journeys.example.a":`笑っている猫`,"journeys.example.b":`ロケット`,"journeys.dropHint":`画像をここに置くか、ここで作った動画を置くと、その旅が戻ります。`,"journeys.dropHere":`画像、またはここで作った動画を置いてください`,"journeys.stations":`駅`,"journeys.station":`駅 {n}`,"journeys.add":`駅を追加`,"journeys.remove":`外す`,"journeys.move":`矢印キーかドラッグで動かす`,"journeys.moveHint":`ドラッグか矢印キーで動かせます`,"journeys.goThere":`下見でこの駅を見る`,"journeys.leg":`駅 {a} から {b} へ`,"journeys.curve":`曲線`,"journeys.curve.arc":`弧`,"journeys.curve.line":`直線`,"journeys.curve.mix":`混合`,"journeys.curve.spline":`スプライン`,"journeys.curve.hold":`止まる`,"journeys.curveHint.arc":`ノイズと意味の長さを保ちます。ふつうはこれです。`,"journeys.curveHint.line":`絵が薄れる真ん中をまっすぐ通ります。`,"journeys.curveHint.mix":`ノイズがノイズのままでいる混ぜ方です。`,"journeys.curveHint.spline":`駅ごとに折れず、なめらかに通り抜けます。`,"journeys.curveHint.hold":`とどまり、区間の終わりで跳びます。`,"journeys.parts":`別の曲線で進む成分`,"journeys.part.prompt":`言葉`,"journeys.part.noise":`ノイズ`,"journeys.part.steering":`スライダー`,"journeys.part.guidance":`ガイダンス`,"journeys.asLeg":`区間と同じ`,"journeys.everyLeg":`すべての区間に`,"journeys.seconds":`秒数`,"journeys.seconds.short":`秒`,"journeys.addTitle":`駅を追加`,"journeys.way.words":`言葉`,"journeys.way.history":`履歴`,"journeys.way.picture":`画像`,"journeys.way.map":`地図`,"journeys.prompt":`そこに何が見えますか`,"journeys.promptHint":`笑っている猫`,"journeys.model":`モデル`,"journeys.wordsHint":`シードを変えると、同じ言葉の別の絵になります。`,"journeys.search":`作った絵を探す`,"journeys.historyNone":`この旅で通れる絵は見つかりませんでした。`,"journeys.pictureHint":`画像、またはここで作った動画を選ぶ`,"journeys.added":`{n} 件追加しました`,"journeys.back":`取り消す`,"journeys.done":`完了`,"journeys.map":`駅を選ぶ地図`,"journeys.map.draw":`描く`,"journeys.map.tap":`選ぶ`,"journeys.map.drawHint":`一筆で描くと、最大8つの駅になります。`,"journeys.map.tapHint":`絵か空いた所を押してください。移動と拡大は地図と同じです。`,"journeys.map.which":`使う地図`,"journeys.map.keys":`キーボードでは、矢印で絵から絵へ歩き、Enterで駅にし、Backspaceで取り消します。`,"journeys.map.standing":`今の場所: {words}。Enterで駅にします。`,"journeys.preview":`旅の下見`,"journeys.play":`再生`,"journeys.pause":`一時停止`,"journeys.scrub":`再生位置`,"journeys.looking":`道のりを見ています`,"journeys.timing":`速さ`,"journeys.pace":`速さ`,"journeys.pace.even":`全体で一定`,"journeys.pace.legs":`区間ごとに一定`,"journeys.pace.given":`そのまま`,"journeys.ease":`緩急`,"journeys.ease.linear":`なし`,"journeys.ease.in_out":`始めと終わりをゆるやかに`,"journeys.ease.in":`始めをゆるやかに`,"journeys.ease.out":`終わりをゆるやかに`,"journeys.pause_s":`駅での休み（秒）`,"journeys.fps":`1秒のコマ数`,"journeys.tempo":`1分の拍数`,"journeys.tempoHint":`どの区間も4拍になります`,"journeys.loop":`始めに戻る`,"journeys.attention":`注意の補間`,"journeys.attentionHint":`描く間に両方の駅を見ます。二重写しが減りますが、手間は3倍です`,"journeys.chart.none":`コマごとの変化がここに出ます。`,"journeys.chart.still":`途中で何も変わりません。どの駅も同じ絵です。どれかの言葉かシードを変えてください。`,"journeys.chart.before":`そのままのコマごとの変化`,"journeys.chart.after":`速さを一定にすると`,"journeys.smoothness":`なめらかさ {n}`,"journeys.judge.model":`モデル自身の審査器が見るコマ間の角度で測りました。`,"journeys.judge.pyramid":`このモデルには審査器がないため、ラプラシアンピラミッドで測りました。`,"journeys.route":`正方形の上の道筋`,"journeys.route.snake":`一行ずつ`,"journeys.route.round":`一周`,"journeys.route.diagonal":`斜め`,"journeys.routeHint":`正方形の上に道筋を描けます。矢印キーで歩き、Enterで通る所を決めることもできます。`,"journeys.cell":`{x} 列 {y} 行、通る所は {n} か所`,"journeys.evenSquare":`縦横とも均等に変える`,"journeys.film":`動画`,"journeys.format":`ファイル`,"journeys.format.mp4":`MP4`,"journeys.format.webm":`WebM`,"journeys.format.gif":`GIF`,"journeys.format.apng":`APNG`,"journeys.format.webp":`WebP`,"journeys.format.frames":`全コマ（zip）`,"journeys.scale":`大きさ`,"journeys.scale.fit":`約512 px`,"journeys.keep":`コマを履歴に残す`,"journeys.install":`MP4とWebMには、サーバーに追加のパッケージが要ります: pip install 'rashin[film]'`,"journeys.render":`書き出す`,"journeys.frame":`{all} コマ中 {n} コマ目`,"journeys.writing":`ファイルを書いています`,"journeys.waiting":`待っています`,"journeys.left":`残り {s} 秒`,"journeys.frames":`{n} コマ、{s} 秒`,"journeys.tooLong":`1本の動画は {most} コマまでです。1秒のコマ数を減らすか、区間を短くしてください。`,"journeys.copies":`curl・Pythonで行う`,"journeys.copyJourney":`この旅`,"journeys.copyFilm":`この動画`,"journeys.download":`ダウンロード`,"journeys.earlier":`これまでの旅`,"journeys.forget":`削除`},vt={"nav.scrub":`Steps`,"nav.history":`History`,"nav.queue":`Queue`,"nav.models":`Models`,"nav.pages":`Pages`,"nav.more":`More`,"nav.moreTitle":`More pages`,"compare.title":`Compare two pictures`,"compare.swap":`Swap`,"compare.same":`Both recipes say the same.`,"compare.differ":`What differs`,"compare.rest":`Everything else is the same in both.`,"compare.first":`A: {title}`,"compare.second":`B: {title}`,"compare.divider":`Divider between A and B`,"compare.share":`{percent} % of A`,"history.parts":`What is shown`,"history.all":`Everything`,"history.starred":`Starred`,"history.trash":`Trash`,"history.newFolder":`New folder…`,"history.newFolderHint":`Choose some pictures first: a folder begins with what lies in it.`,"history.search":`Search in the words of the prompt`,"history.model":`Model`,"history.anyModel":`All models`,"history.size":`Size of the pictures`,"history.grid":`Kept pictures`,"history.empty":`Nothing is kept yet`,"history.emptyHint":`Pictures that you make are kept here with their recipes.`,"history.emptyDo":`Make one in the Studio`,"history.noneFound":`Nothing fits`,"history.noneFoundHint":`No kept picture has these words and marks.`,"history.noneFoundDo":`Show everything`,"history.arrivedOne":`1 new picture`,"history.arrivedMany":`{n} new pictures`,"history.trashEmpty":`The trash is empty`,"history.trashEmptyHint":`What you discard waits here until you empty the trash.`,"history.noStars":`No star yet`,"history.noStarsHint":`A star keeps a picture at hand: press S on it.`,"history.choose":`Choose {title}`,"history.chosen":`{title}, chosen`,"history.chosenMany":`{n} chosen`,"history.chosenOne":`1 chosen`,"history.chooseAll":`Choose all that are shown`,"history.chooseMode":`Choose pictures`,"history.letGo":`Let go`,"history.state.queued":`waiting`,"history.state.running":`being made`,"history.state.done":`no picture`,"history.state.failed":`failed`,"history.state.cancelled":`cancelled`,"history.star":`Star`,"history.unstar":`Unstar`,"history.move":`Move`,"history.compare":`Compare`,"history.compareHint":`Choose two pictures to compare them`,"history.compareWith":`Choose the other picture`,"history.download":`Download`,"history.discard":`Discard`,"history.restore":`Restore`,"history.emptyTrash":`Empty the trash`,"history.emptyTrashAsk":`Empty the trash?`,"history.emptyTrashBody":`What lies in it is deleted for good, pictures and recipes.`,"history.emptyTrashDo":`Delete for good`,"history.emptied":`Gone for good: {n}`,"history.moveOne":`Where should it go?`,"history.moveMany":`Where should these {n} go?`,"history.moveTo":`Move`,"history.noFolder":`In no folder`,"history.folder":`Folder`,"history.folderName":`Name of the folder`,"history.rename":`Another name for “{name}”`,"history.renameDo":`Rename`,"history.removeFolder":`Remove the folder`,"history.removeFolderAsk":`Remove the folder “{name}”?`,"history.removeFolderBody":`Its pictures stay in the history, in no folder.`,"history.folderRemoved":`“{name}” is no folder any more; its pictures stay`,"history.folderRenamed":`“{name}” is now “{next}”`,"history.discardedOne":`Discarded`,"history.discardedMany":`Discarded: {n}`,"history.restoredOne":`Restored`,"history.restoredMany":`Restored: {n}`,"history.movedOne":`Moved to “{folder}”`,"history.movedMany":`{n} moved to “{folder}”`,"history.takenOut":`Taken out of the folder`,"history.starredMany":`Starred: {n}`,"history.unstarredMany":`Stars taken away: {n}`,"history.undo":`Undo`,"history.undone":`Undone`,"history.made":`Made`,"history.noPicture":`There is no picture.`,"history.place":`Place`,"history.placeHint":`Find the picture on the map that looks most like it`,"history.recipe":`Recipe`,"history.field.conditioning":`Words expression`,"history.field.noise":`Noise expression`,"history.field.image":`Start picture`,"history.field.weights":`Weights`,"history.field.format":`Recipe format`,"history.gone":`This picture is not kept (any more).`,"queue.title":`Queue`,"queue.pause":`Pause`,"queue.resume":`Go on`,"queue.pausedTitle":`Paused`,"queue.pausedBody":`What is begun is finished; the rest waits until you go on.`,"queue.making":`Being made`,"queue.idle":`Nothing is being made at the moment.`,"queue.waiting":`Waiting`,"queue.acts":`Long acts`,"queue.nothing":`Nothing waits`,"queue.nothingHint":`Sweeps, variations and maps that you start pass through here.`,"queue.nothingDo":`Start a sweep`,"queue.finished":`Lately finished`,"queue.step":`step {step} of {steps}`,"queue.handed":`begins at once`,"queue.interactive":`for a page that is open`,"queue.soon":`under a second`,"queue.inSeconds":`about {n} s`,"queue.inMinutes":`about {n} min`,"queue.inHours":`about {n} h`,"queue.allIn":`all done in {time}`,"queue.count":`{n} waiting`,"queue.cancelOne":`Cancel {title}`,"queue.cancelAll":`Cancel all that wait`,"queue.cancelAllAsk":`Cancel all {n} that wait?`,"queue.cancelAllBody":`What is begun is finished. Recipes stay in the history and can be made later.`,"queue.cancelAllDo":`Cancel them`,"queue.cancelled":`Cancelled`,"queue.first":`Make it next`,"queue.grip":`Move {title}. Arrow keys move it, Home makes it next.`,"queue.movedTo":`{title}: place {n} of {all}`,"queue.more":`{n} more`,"queue.sweep":`Sweep`,"queue.sweepCells":`{done} of {all} pictures`,"queue.job.map":`Map`,"queue.job.verify":`Verify`,"queue.job.inversion":`Inversion`,"queue.job.scrub":`Steps of a picture`,"queue.job.film":`Film`,"queue.job.fetch":`Model from the hub`,"queue.job.direction":`Direction`,"queue.job.audit":`Audit`,"queue.job.other":`Job ({kind})`,"queue.state.queued":`waits`,"queue.state.running":`runs`,"queue.state.done":`done`,"queue.state.failed":`failed`,"queue.state.cancelled":`cancelled`},yt={"nav.scrub":`ステップ`,"nav.history":`履歴`,"nav.queue":`待ち行列`,"nav.models":`モデル`,"nav.pages":`ページ`,"nav.more":`その他`,"nav.moreTitle":`ほかのページ`,"compare.title":`2 枚の絵を比べる`,"compare.swap":`入れ替える`,"compare.same":`どちらのレシピも同じです。`,"compare.differ":`違うところ`,"compare.rest":`ほかはすべて同じです。`,"compare.first":`A：{title}`,"compare.second":`B：{title}`,"compare.divider":`A と B の境目`,"compare.share":`A が {percent} %`,"history.parts":`表示するもの`,"history.all":`すべて`,"history.starred":`スター付き`,"history.trash":`ごみ箱`,"history.newFolder":`新しいフォルダー…`,"history.newFolderHint":`先に絵を選んでください。フォルダーは入れる絵があって初めてできます。`,"history.search":`プロンプトの言葉で探す`,"history.model":`モデル`,"history.anyModel":`すべてのモデル`,"history.size":`絵の大きさ`,"history.grid":`残した絵`,"history.empty":`まだ何もありません`,"history.emptyHint":`作った絵は、レシピと一緒にここに残ります。`,"history.emptyDo":`スタジオで作る`,"history.noneFound":`見つかりません`,"history.noneFoundHint":`この言葉と条件に合う絵はありません。`,"history.noneFoundDo":`すべて表示する`,"history.arrivedOne":`新しい絵 1 枚`,"history.arrivedMany":`新しい絵 {n} 枚`,"history.trashEmpty":`ごみ箱は空です`,"history.trashEmptyHint":`捨てた絵は、ごみ箱を空にするまでここに残ります。`,"history.noStars":`スターはまだありません`,"history.noStarsHint":`大事な絵にはスターを。絵の上で S を押します。`,"history.choose":`{title} を選ぶ`,"history.chosen":`{title}、選択中`,"history.chosenMany":`{n} 枚を選択中`,"history.chosenOne":`1 枚を選択中`,"history.chooseAll":`表示中のものをすべて選ぶ`,"history.chooseMode":`絵を選ぶ`,"history.letGo":`選択を解除`,"history.state.queued":`待機中`,"history.state.running":`作成中`,"history.state.done":`絵がありません`,"history.state.failed":`失敗`,"history.state.cancelled":`取り消し`,"history.star":`スター`,"history.unstar":`スターを外す`,"history.move":`移動`,"history.compare":`比べる`,"history.compareHint":`2 枚選ぶと比べられます`,"history.compareWith":`比べる相手の絵を選んでください`,"history.download":`保存`,"history.discard":`捨てる`,"history.restore":`元に戻す`,"history.emptyTrash":`ごみ箱を空にする`,"history.emptyTrashAsk":`ごみ箱を空にしますか？`,"history.emptyTrashBody":`中の絵とレシピは完全に削除され、元に戻せません。`,"history.emptyTrashDo":`完全に削除`,"history.emptied":`完全に削除しました：{n} 枚`,"history.moveOne":`どこへ移しますか？`,"history.moveMany":`この {n} 枚をどこへ移しますか？`,"history.moveTo":`移動`,"history.noFolder":`フォルダーに入れない`,"history.folder":`フォルダー`,"history.folderName":`フォルダーの名前`,"history.rename":`「{name}」の新しい名前`,"history.renameDo":`名前を変える`,"history.removeFolder":`フォルダーをなくす`,"history.removeFolderAsk":`フォルダー「{name}」をなくしますか？`,"history.removeFolderBody":`中の絵は、フォルダーに入らない絵として履歴に残ります。`,"history.folderRemoved":`フォルダー「{name}」をなくしました。絵は残っています`,"history.folderRenamed":`「{name}」を「{next}」に変えました`,"history.discardedOne":`捨てました`,"history.discardedMany":`{n} 枚を捨てました`,"history.restoredOne":`元に戻しました`,"history.restoredMany":`{n} 枚を元に戻しました`,"history.movedOne":`「{folder}」に移しました`,"history.movedMany":`{n} 枚を「{folder}」に移しました`,"history.takenOut":`フォルダーから出しました`,"history.starredMany":`{n} 枚にスターを付けました`,"history.unstarredMany":`{n} 枚のスターを外しました`,"history.undo":`取り消す`,"history.undone":`取り消しました`,"history.made":`作成日時`,"history.noPicture":`絵がありません。`,"history.place":`地図での場所`,"history.placeHint":`地図の上で最もよく似た絵を探す`,"history.recipe":`レシピ`,"history.field.conditioning":`言葉の式`,"history.field.noise":`ノイズの式`,"history.field.image":`元の絵`,"history.field.weights":`重み`,"history.field.format":`レシピの形式`,"history.gone":`この絵は残っていません。`,"queue.title":`待ち行列`,"queue.pause":`一時停止`,"queue.resume":`再開`,"queue.pausedTitle":`一時停止中`,"queue.pausedBody":`始めたものは最後まで作ります。残りは再開するまで待ちます。`,"queue.making":`作成中`,"queue.idle":`いまは何も作っていません。`,"queue.waiting":`待機中`,"queue.acts":`時間のかかる処理`,"queue.nothing":`待っているものはありません`,"queue.nothingHint":`スイープや変化、地図作りを始めると、ここを通ります。`,"queue.nothingDo":`スイープを始める`,"queue.finished":`最近終わったもの`,"queue.step":`ステップ {step}／{steps}`,"queue.handed":`まもなく開始`,"queue.interactive":`開いているページのため`,"queue.soon":`1 秒未満`,"queue.inSeconds":`約 {n} 秒`,"queue.inMinutes":`約 {n} 分`,"queue.inHours":`約 {n} 時間`,"queue.allIn":`すべて終わるまで {time}`,"queue.count":`{n} 枚が待機中`,"queue.cancelOne":`{title} を取り消す`,"queue.cancelAll":`待機中をすべて取り消す`,"queue.cancelAllAsk":`待機中の {n} 枚をすべて取り消しますか？`,"queue.cancelAllBody":`始めたものは最後まで作ります。レシピは履歴に残り、あとで作れます。`,"queue.cancelAllDo":`取り消す`,"queue.cancelled":`取り消しました`,"queue.first":`次に作る`,"queue.grip":`{title} を動かす。矢印キーで移動、Home で次に作る。`,"queue.movedTo":`{title}：{all} 枚中 {n} 番目`,"queue.more":`ほか {n} 枚`,"queue.sweep":`スイープ`,"queue.sweepCells":`{all} 枚中 {done} 枚`,"queue.job.map":`地図`,"queue.job.verify":`検証`,"queue.job.inversion":`反転`,"queue.job.scrub":`絵のステップ`,"queue.job.film":`フィルム`,"queue.job.fetch":`ハブからのモデル`,"queue.job.direction":`方向`,"queue.job.audit":`監査`,"queue.job.other":`処理（{kind}）`,"queue.state.queued":`待機中`,"queue.state.running":`実行中`,"queue.state.done":`完了`,"queue.state.failed":`失敗`,"queue.state.cancelled":`取り消し`},bt={"nav.sweeps":`Sweeps`,"studio.prompt.short":`Prompt`,"studio.negative":`What should not be in it?`,"studio.negative.short":`Negative prompt`,"studio.negativePlaceholder":`blurry, dark`,"studio.negativeIdle":`Counts only with a guidance above 1.`,"studio.weighting":`Weigh words`,"studio.weightingHint":`(word)1.3 counts more, (word)0.7 less`,"studio.sampler":`Sampler`,"studio.size":`Size`,"studio.width":`Width`,"studio.height":`Height`,"studio.swapSides":`Swap width and height`,"studio.seenSeeds":`Earlier seeds`,"studio.start":`Start from a picture`,"studio.startHint":`Drop a picture, or`,"studio.strength":`Strength`,"studio.strengthHint":`How much of the picture becomes noise: little keeps it, 1 forgets it`,"studio.loras":`LoRAs`,"studio.model.cold":`Loads on first use`,"studio.model.loading":`Loading the model`,"studio.model.ready":`In memory`,"studio.model.failed":`The model could not be loaded`,"studio.modelNeeds":`needs {need}`,"studio.modelNeedsOf":`needs {need}, {free} free`,"studio.modelTight":`That is more than is free: models that were not used lately make room.`,"studio.modelLoad":`Load now`,"studio.loadingModel":`The model is loading, once`,"studio.drawing":`Drawing`,"studio.drawingStep":`Step {step} of {steps}`,"studio.variationsKind":`What the row shows`,"studio.moreLike":`More like this`,"studio.amount":`How different`,"studio.rollRow":`Roll all that are not pinned`,"studio.variation":`variation {n}`,"studio.pin":`Keep {title} in the row`,"studio.unpin":`Let {title} go`,"studio.makeRow":`Make {n} of them`,"studio.takeTitle":`What shall this picture be?`,"studio.take.start":`A start`,"studio.take.startHint":`Image-to-image: draw over it with words`,"studio.take.invert":`A point to edit from`,"studio.take.invertHint":`Find the noise that remakes it, see how well, then edit`,"studio.take.pair":`Picture A or B`,"studio.take.pairHint":`Rebuild it, and blend it with another`,"studio.takeWith":`with {model}`,"studio.takeNone":`No model here can use a picture.`,"studio.inverting":`Looking for the noise that remakes it`,"studio.inversionTitle":`How well can it be remade?`,"studio.inversionHint":`Nothing is edited yet. Pick the remake that you trust.`,"studio.scoresHint":`PSNR in decibels and SSIM against the original; higher is closer`,"studio.closest":`closest`,"studio.pick":`Edit from this`,"studio.back":`Back`,"studio.inverted":`From your picture`,"studio.invertedOther":`Another way…`,"studio.sweep":`Sweep`,"studio.sweepHint":`Turn two knobs through many values`,"scrub.step":`Step {step} of {steps}`,"scrub.noising":`Noise, {step} of {steps}`,"scrub.plain":`Without guidance`,"scrub.play":`Play`,"scrub.slider":`Step`,"scrub.film":`All steps`,"scrub.change":`What guidance changed, by step`,"scrub.trail":`Its way on the map`,"studio.scrub":`Step through`,"studio.scrubHint":`See the picture at each step`,"studio.verify":`Verify`,"studio.verifyHint":`Make the picture again and compare`,"studio.verifying":`Making it again to compare`,"studio.verdict.identical":`Identical: the same bytes again`,"studio.verdict.perceptually_identical":`The same to the eye, not to the byte`,"studio.verdict.different":`Different`,"sweeps.title":`Sweep`,"sweeps.base":`Of this picture`,"sweeps.baseEdit":`Change it in the Studio`,"sweeps.columns":`Columns`,"sweeps.rows":`Rows`,"sweeps.sheets":`Sheets`,"sweeps.addAxis":`Add a third knob`,"sweeps.addRows":`Add a second knob`,"sweeps.removeAxis":`Remove this knob`,"sweeps.list":`List`,"sweeps.range":`Range`,"sweeps.listHint":`1, 2, 4`,"sweeps.linesHint":`One prompt per line`,"sweeps.from":`From`,"sweeps.to":`To`,"sweeps.many":`Values`,"sweeps.wrong":`Not usable here: {words}`,"sweeps.noValues":`This knob has no values yet.`,"sweeps.needsPicture":`Strength needs a picture to start from: choose one in the Studio.`,"sweeps.cells":`{n} pictures`,"sweeps.oneCell":`1 picture`,"sweeps.lots":`That is a lot. It runs in the background and can be cancelled.`,"sweeps.tooMany":`At most {most} in one sweep: take fewer values.`,"sweeps.run":`Make them`,"sweeps.earlier":`Earlier sweeps`,"sweeps.earlierNone":`Sweeps that you run appear here.`,"sweeps.nothing":`The grid fills in here while the pictures are made.`,"sweeps.view":`View`,"sweeps.grid":`Grid`,"sweeps.table":`Table`,"sweeps.csv":`CSV`,"sweeps.csvHint":`Download the table`,"sweeps.png":`PNG`,"sweeps.pngHint":`Download the grid with its labels`,"sweeps.state.queued":`Waiting`,"sweeps.state.running":`{done} of {all}`,"sweeps.state.done":`{all} pictures`,"sweeps.state.failed":`Stopped: {done} of {all} were made`,"sweeps.state.cancelled":`Cancelled: {done} of {all} were made`,"sweeps.failed":`{n} could not be made`,"sweeps.cellTitle":`Picture of the sweep`,"sweeps.open":`Open in Studio`,"sweeps.previous":`Previous picture`,"sweeps.next":`Next picture`,"sweeps.picture":`Picture`,"sweeps.stateTitle":`State`,"sweeps.cell.queued":`waiting`,"sweeps.cell.running":`being made`,"sweeps.cell.done":`done`,"sweeps.cell.failed":`failed`,"sweeps.cell.cancelled":`cancelled`,"sweeps.gone":`This sweep does not exist (any more).`},xt={"nav.sweeps":`スイープ`,"studio.prompt.short":`プロンプト`,"studio.negative":`入れたくないものは？`,"studio.negative.short":`ネガティブプロンプト`,"studio.negativePlaceholder":`ぼやけた、暗い`,"studio.negativeIdle":`ガイダンスが1より大きいときだけ効きます。`,"studio.weighting":`言葉に重みを付ける`,"studio.weightingHint":`(言葉)1.3 は強く、(言葉)0.7 は弱く`,"studio.sampler":`サンプラー`,"studio.size":`大きさ`,"studio.width":`幅`,"studio.height":`高さ`,"studio.swapSides":`幅と高さを入れ替える`,"studio.seenSeeds":`これまでのシード`,"studio.start":`絵から始める`,"studio.startHint":`絵をドロップ、または`,"studio.strength":`強さ`,"studio.strengthHint":`元の絵をどれだけノイズにするか。小さいほど元の絵が残り、1 で消えます`,"studio.loras":`LoRA`,"studio.model.cold":`初めて使うときに読み込みます`,"studio.model.loading":`モデルを読み込んでいます`,"studio.model.ready":`メモリーにあります`,"studio.model.failed":`モデルを読み込めませんでした`,"studio.modelNeeds":`必要量 {need}`,"studio.modelNeedsOf":`必要量 {need}、空き {free}`,"studio.modelTight":`空きより大きいので、最近使っていないモデルを片付けて場所を作ります。`,"studio.modelLoad":`今すぐ読み込む`,"studio.loadingModel":`モデルを読み込んでいます（初回だけ）`,"studio.drawing":`描いています`,"studio.drawingStep":`ステップ {step}／{steps}`,"studio.variationsKind":`並べるもの`,"studio.moreLike":`似た絵をもっと`,"studio.amount":`違いの大きさ`,"studio.rollRow":`固定していないものを振り直す`,"studio.variation":`変化 {n}`,"studio.pin":`{title} を列に残す`,"studio.unpin":`{title} の固定を外す`,"studio.makeRow":`{n} 枚作る`,"studio.takeTitle":`この絵をどう使いますか？`,"studio.take.start":`描き始めの絵`,"studio.take.startHint":`画像から画像へ：言葉で描き直します`,"studio.take.invert":`編集の出発点`,"studio.take.invertHint":`この絵を再現するノイズを探し、出来を確かめてから編集します`,"studio.take.pair":`絵 A または B`,"studio.take.pairHint":`再構成して、もう 1 枚と混ぜます`,"studio.takeWith":`{model} を使います`,"studio.takeNone":`絵を使えるモデルがここにはありません。`,"studio.inverting":`この絵を再現するノイズを探しています`,"studio.inversionTitle":`どれだけ再現できますか？`,"studio.inversionHint":`まだ何も編集していません。信頼できる再現を選んでください。`,"studio.scoresHint":`元の絵との PSNR（デシベル）と SSIM。大きいほど近い`,"studio.closest":`最も近い`,"studio.pick":`ここから編集`,"studio.back":`戻る`,"studio.inverted":`あなたの絵から`,"studio.invertedOther":`別の方法…`,"studio.sweep":`スイープ`,"studio.sweepHint":`2 つのつまみをいろいろな値に動かす`,"scrub.step":`ステップ {step} / {steps}`,"scrub.noising":`ノイズ {step} / {steps}`,"scrub.plain":`ガイダンスなし`,"scrub.play":`再生`,"scrub.slider":`ステップ`,"scrub.film":`すべてのステップ`,"scrub.change":`ガイダンスによる変化`,"scrub.trail":`地図の上の道すじ`,"studio.scrub":`ステップを見る`,"studio.scrubHint":`ステップごとの絵を見る`,"studio.verify":`検証`,"studio.verifyHint":`もう一度作って比べる`,"studio.verifying":`もう一度作って比べています`,"studio.verdict.identical":`同一：1 バイトも違いません`,"studio.verdict.perceptually_identical":`見た目は同じですが、バイトは違います`,"studio.verdict.different":`違う絵になりました`,"sweeps.title":`スイープ`,"sweeps.base":`元にする絵`,"sweeps.baseEdit":`スタジオで変える`,"sweeps.columns":`列`,"sweeps.rows":`行`,"sweeps.sheets":`シート`,"sweeps.addAxis":`3 つ目のつまみを足す`,"sweeps.addRows":`2 つ目のつまみを足す`,"sweeps.removeAxis":`このつまみを外す`,"sweeps.list":`列挙`,"sweeps.range":`範囲`,"sweeps.listHint":`1, 2, 4`,"sweeps.linesHint":`1 行に 1 つのプロンプト`,"sweeps.from":`から`,"sweeps.to":`まで`,"sweeps.many":`個数`,"sweeps.wrong":`ここでは使えません：{words}`,"sweeps.noValues":`このつまみにはまだ値がありません。`,"sweeps.needsPicture":`強さには元になる絵が要ります。スタジオで選んでください。`,"sweeps.cells":`{n} 枚`,"sweeps.oneCell":`1 枚`,"sweeps.lots":`かなりの枚数です。裏で作り、途中で止められます。`,"sweeps.tooMany":`1 回に {most} 枚までです。値を減らしてください。`,"sweeps.run":`作る`,"sweeps.earlier":`これまでのスイープ`,"sweeps.earlierNone":`実行したスイープがここに並びます。`,"sweeps.nothing":`絵ができるにつれて、ここの表が埋まっていきます。`,"sweeps.view":`表示`,"sweeps.grid":`格子`,"sweeps.table":`表`,"sweeps.csv":`CSV`,"sweeps.csvHint":`表を保存`,"sweeps.png":`PNG`,"sweeps.pngHint":`ラベル付きの格子を保存`,"sweeps.state.queued":`待っています`,"sweeps.state.running":`{all} 枚中 {done} 枚`,"sweeps.state.done":`{all} 枚`,"sweeps.state.failed":`止まりました：{all} 枚中 {done} 枚`,"sweeps.state.cancelled":`取り消しました：{all} 枚中 {done} 枚`,"sweeps.failed":`{n} 枚は作れませんでした`,"sweeps.cellTitle":`スイープの絵`,"sweeps.open":`スタジオで開く`,"sweeps.previous":`前の絵`,"sweeps.next":`次の絵`,"sweeps.picture":`絵`,"sweeps.stateTitle":`状態`,"sweeps.cell.queued":`待機中`,"sweeps.cell.running":`作成中`,"sweeps.cell.done":`完了`,"sweeps.cell.failed":`失敗`,"sweeps.cell.cancelled":`取り消し`,"sweeps.gone":`このスイープは見つかりません。`},St={"map.tools":`Tools`,"map.hand":`Move and open`,"map.lasso":`Lasso`,"map.box":`Box`,"map.brush":`Brush`,"map.polygon":`Polygon: corner by corner, Enter closes it`,"map.list":`List what is in view or chosen`,"map.explore":`Explore`,"map.layers":`Layers`,"map.take":`Take away`,"map.beside":`Beside`,"map.contours":`Density lines`,"map.coverage":`Terra incognita`,"map.gap":`Fill the nearest gap`,"map.far":`Surprise me, far from all this`,"map.collapse":`Different words, same picture`,"map.collapseNone":`No two different prompts look the same here.`,"map.png":`Picture of the view (PNG)`,"map.svg":`Drawing of the view (SVG)`,"map.parquet":`All points as a table (Parquet)`,"map.csv":`All points as a table (CSV)`,"map.safetensors":`All vectors (safetensors)`,"map.html":`Viewer that works offline (HTML)`,"map.one":`One map`,"map.none":`No other map shows the same pictures. Build one of the same prompts and seeds.`,"map.shared":`{title}: {n} pictures in common`,"map.way":`What a new shape does`,"map.way.replace":`Replace`,"map.way.add":`Add`,"map.way.without":`Take away`,"map.way.common":`Keep common`,"map.chosen":`{n} chosen`,"map.chooseHint":`Draw around pictures. Shift adds, Alt takes away, both keep what is common.`,"map.grow":`Grow`,"map.growHelp":`Add the nearest neighbours in the space itself, whatever the flat map says`,"map.invert":`Invert`,"map.clear":`Clear`,"map.like":`More like these`,"map.unlike":`Not like these`,"map.keep":`Name…`,"map.keepDo":`Keep`,"map.nameOf":`Name of the group`,"map.nameRule":`Small letters, digits, - and _; expressions say it as @name`,"map.tooMany":`A group holds at most 100,000 points.`,"map.groups":`Groups`,"map.groupsNone":`Choose points and give them a name: expressions can say it, as in mean(@name).`,"map.groupShow":`Choose the points of @{name}`,"map.groupForget":`Forget @{name}`,"map.groupElsewhere":`on another map`,"map.filter":`Fields`,"map.filterClear":`Clear all filters`,"map.left":`{n} of {all} shown`,"map.only":`Only {value}: {n}`,"map.low":`{column}, lowest`,"map.high":`{column}, highest`,"map.density":`Density`,"map.torn":`Where two dimensions lie`,"map.similar":`Likeness to the search`,"map.differ":`Disagreement with {title}`,"map.ask":`Words, expression, seed:7, or drop a picture`,"map.drop":`Drop the picture to find what is like it`,"map.askPicture":`Like this picture`,"map.askLike":`Like {n} chosen`,"map.askUnlike":`not like {n}`,"map.inView":`In view`,"map.inChosen":`Chosen`,"map.listEmpty":`Nothing is here. Zoom out, or clear the filters.`,"map.listMore":`Show {n} more`,"map.listOf":`{n} pictures`,"map.regionsHere":`Regions here`,"map.regionWords":`{title}, {n} pictures`,"map.pairs":`Different words, same picture`,"map.help.tools":`Hand, lasso, box, brush, polygon`,"map.help.list":`List in words`,"map.help.space":`Choose this picture, or let it go`},Ct={"map.tools":`道具`,"map.hand":`動かす・開く`,"map.lasso":`投げなわ`,"map.box":`四角`,"map.brush":`ブラシ`,"map.polygon":`多角形：角を順に置き、Enter で閉じる`,"map.list":`見えているもの・選んだものを一覧にする`,"map.explore":`探検`,"map.layers":`レイヤー`,"map.take":`書き出し`,"map.beside":`並べる`,"map.contours":`密度の等高線`,"map.coverage":`未踏の地`,"map.gap":`いちばん近い空白を埋める`,"map.far":`ここから遠い場所で驚かせて`,"map.collapse":`言葉は違うのに同じ絵`,"map.collapseNone":`ここでは、違う言葉が同じ絵になることはありません。`,"map.png":`見えている範囲の画像（PNG）`,"map.svg":`見えている範囲の図（SVG）`,"map.parquet":`すべての点の表（Parquet）`,"map.csv":`すべての点の表（CSV）`,"map.safetensors":`すべてのベクトル（safetensors）`,"map.html":`オフラインで開けるビューア（HTML）`,"map.one":`地図は一枚だけ`,"map.none":`同じ絵を載せた地図はほかにありません。同じプロンプトとシードで作ってください。`,"map.shared":`{title}（共通 {n} 枚）`,"map.way":`新しく囲んだときの動き`,"map.way.replace":`置き換え`,"map.way.add":`加える`,"map.way.without":`除く`,"map.way.common":`重なりだけ`,"map.chosen":`{n} 枚を選択`,"map.chooseHint":`絵を囲んでください。Shift で追加、Alt で除外、両方で重なりだけ残します。`,"map.grow":`広げる`,"map.growHelp":`平らな地図ではなく、空間そのものでの近傍を加える`,"map.invert":`反転`,"map.clear":`解除`,"map.like":`これらに似たもの`,"map.unlike":`これらに似ないもの`,"map.keep":`名前を付ける…`,"map.keepDo":`保存`,"map.nameOf":`グループの名前`,"map.nameRule":`英小文字・数字・-・_。式では @名前 と書きます`,"map.tooMany":`グループに入るのは 100,000 点までです。`,"map.groups":`グループ`,"map.groupsNone":`点を選んで名前を付けると、式の中で mean(@名前) のように使えます。`,"map.groupShow":`@{name} の点を選ぶ`,"map.groupForget":`@{name} を削除`,"map.groupElsewhere":`別の地図`,"map.filter":`項目`,"map.filterClear":`絞り込みをすべて解除`,"map.left":`{all} 枚中 {n} 枚を表示`,"map.only":`{value} だけ（{n} 枚）`,"map.low":`{column}の下限`,"map.high":`{column}の上限`,"map.density":`密度`,"map.torn":`二次元では正しく表せない度合い`,"map.similar":`検索との近さ`,"map.differ":`「{title}」との食い違い`,"map.ask":`言葉・式・seed:7、または画像をドロップ`,"map.drop":`画像をドロップすると、似たものを探します`,"map.askPicture":`この画像に似たもの`,"map.askLike":`選んだ {n} 枚に似たもの`,"map.askUnlike":`{n} 枚には似ないもの`,"map.inView":`見えている範囲`,"map.inChosen":`選択中`,"map.listEmpty":`何もありません。縮小するか、絞り込みを解除してください。`,"map.listMore":`さらに {n} 枚を表示`,"map.listOf":`{n} 枚`,"map.regionsHere":`このあたりの地域`,"map.regionWords":`{title}、{n} 枚`,"map.pairs":`言葉は違うのに同じ絵`,"map.help.tools":`手・投げなわ・四角・ブラシ・多角形`,"map.help.list":`言葉の一覧`,"map.help.space":`この絵を選ぶ・外す`},wt={"nav.models":`Models`,"models.title":`Models`,"models.memory":`Memory`,"models.memoryUsed":`{used} used, {free} free`,"models.memoryFree":`free`,"models.memoryRest":`Rashin itself`,"models.state.cold":`On disk`,"models.state.loading":`Loading`,"models.state.ready":`In memory`,"models.state.failed":`Failed`,"models.resident":`Always in memory`,"models.from.embedded":`Part of Rashin`,"models.from.folder":`Folder`,"models.from.file":`One file`,"models.from.hub":`Hub`,"models.needs":`{need} in memory`,"models.draw":`Draw with it`,"models.load":`Load`,"models.unload":`Put away`,"models.forget":`Forget`,"models.forgetAsk":`Forget {title}?`,"models.forgetBody":`Rashin will not know it any more. Its files stay where they are; pictures stay too, but cannot be made again.`,"models.forgetHubBody":`Rashin will not know it any more, and the files that were fetched for it are deleted. Pictures stay, but cannot be made again.`,"models.forgotten":`{title} is forgotten`,"models.added":`{title} is here`,"models.details":`Details`,"models.size":`Picture`,"models.family":`Family`,"models.licence":`Licence`,"models.licenceOwn":`the model's own`,"models.weights":`Weights`,"models.onDisk":`Weights on disk`,"models.runs":`Runs on`,"models.offloadPart":`waits in main memory`,"models.place":`Comes from`,"models.guessed":`One file does not say everything. Assumed: {guesses}.`,"models.loras":`LoRAs`,"models.loraAdd":`Add a LoRA`,"models.loraPath":`Full path of a .safetensors file`,"models.loraAdded":`The LoRA is in the Studio's list now`,"models.loraForget":`Forget the LoRA {title}`,"models.loraForgetBody":`Pictures that were made with it cannot be made again.`,"models.loraNone":`None yet. A LoRA gives a model a style or a thing that it does not know.`,"models.add":`Add a model`,"models.addHint":`Stable Diffusion 1, 2, XL and 3, PixArt, SANA and FLUX. Only safetensors are read, and no code of a model ever runs.`,"models.kind.folder":`Folder`,"models.kind.file":`One file`,"models.kind.hub":`Hub`,"models.path.folder":`Full path of a diffusers folder`,"models.path.file":`Full path of a .safetensors file`,"models.path.hub":`Id, such as somebody/model`,"models.fileHint":`Stable Diffusion 1.x, 2.x or XL with everything in one file.`,"models.hubOff":`Off: this server fetches nothing. Who runs it can allow it with RASHIN_ALLOW_HUB=true.`,"models.name":`Name (if you like)`,"models.how":`How it runs`,"models.dtype":`Numbers`,"models.dtype.auto":`Choose for this machine`,"models.dtype.float32":`32 bits (float32)`,"models.dtype.bfloat16":`16 bits (bfloat16)`,"models.dtype.float16":`16 bits (float16)`,"models.offload":`When the GPU is too small`,"models.offload.none":`Keep all of it on the GPU`,"models.offload.model":`Bring each part when it works`,"models.offload.sequential":`Bring layer by layer`,"models.attention":`Attention`,"models.attention.auto":`Choose for this machine`,"models.attention.sdpa":`Usual`,"models.attention.sliced":`In slices, for large pictures`,"models.tiny":`Tiny decoder for previews (folder)`,"models.look":`Look at it`,"models.looking":`Reading configs and headers`,"models.fits":`Fits: needs {need} of {free}`,"models.fitsNot":`Does not fit: needs {need}, {free} can be had`,"models.fitsNotHint":`16-bit numbers halve it. Or close other programs.`,"models.going":`To make room, this will be put away: {names}`,"models.addIt":`Add`,"models.addAnyway":`Add all the same`,"models.fetch":`Fetch and add`,"models.fetching":`Fetching`,"models.fetchingOf":`Fetching · {stage}`,"models.expected":`Expected: {expected}`,"models.readMore":`What is checked, and why`},Tt={"nav.models":`モデル`,"models.title":`モデル`,"models.memory":`メモリー`,"models.memoryUsed":`使用中 {used}、空き {free}`,"models.memoryFree":`空き`,"models.memoryRest":`Rashin 本体`,"models.state.cold":`ディスク上`,"models.state.loading":`読み込み中`,"models.state.ready":`メモリー上`,"models.state.failed":`失敗`,"models.resident":`常にメモリー上`,"models.from.embedded":`Rashin に付属`,"models.from.folder":`フォルダー`,"models.from.file":`1 つのファイル`,"models.from.hub":`ハブ`,"models.needs":`メモリー {need}`,"models.draw":`これで描く`,"models.load":`読み込む`,"models.unload":`片付ける`,"models.forget":`登録を消す`,"models.forgetAsk":`{title} の登録を消しますか？`,"models.forgetBody":`Rashin の一覧から消えます。モデルのファイルは元の場所に残ります。描いた絵も残りますが、作り直すことはできなくなります。`,"models.forgetHubBody":`Rashin の一覧から消え、ダウンロードしたファイルも削除されます。描いた絵は残りますが、作り直すことはできなくなります。`,"models.forgotten":`{title} の登録を消しました`,"models.added":`{title} を追加しました`,"models.details":`詳細`,"models.size":`絵の大きさ`,"models.family":`系統`,"models.licence":`ライセンス`,"models.licenceOwn":`モデル自身のもの`,"models.weights":`重み`,"models.onDisk":`ディスク上の重み`,"models.runs":`動かし方`,"models.offloadPart":`残りは主メモリーで待つ`,"models.place":`場所`,"models.guessed":`1 つのファイルには書かれていないことがあります。次のように仮定しました：{guesses}`,"models.loras":`LoRA`,"models.loraAdd":`LoRA を足す`,"models.loraPath":`.safetensors ファイルの絶対パス`,"models.loraAdded":`スタジオの一覧で使えるようになりました`,"models.loraForget":`LoRA「{title}」の登録を消す`,"models.loraForgetBody":`この LoRA で描いた絵は作り直せなくなります。`,"models.loraNone":`まだありません。LoRA は、モデルが知らない画風や物を教えます。`,"models.add":`モデルを追加`,"models.addHint":`Stable Diffusion 1・2・XL・3、PixArt、SANA、FLUX に対応。読むのは safetensors だけで、モデルのコードは決して実行しません。`,"models.kind.folder":`フォルダー`,"models.kind.file":`1 つのファイル`,"models.kind.hub":`ハブ`,"models.path.folder":`diffusers フォルダーの絶対パス`,"models.path.file":`.safetensors ファイルの絶対パス`,"models.path.hub":`somebody/model のような ID`,"models.fileHint":`すべてが 1 つのファイルに入った Stable Diffusion 1.x・2.x・XL。`,"models.hubOff":`無効：このサーバーは外から何も取得しません。運用者が RASHIN_ALLOW_HUB=true で許可できます。`,"models.name":`名前（任意）`,"models.how":`動かし方`,"models.dtype":`数の精度`,"models.dtype.auto":`このマシンに合わせる`,"models.dtype.float32":`32 ビット（float32）`,"models.dtype.bfloat16":`16 ビット（bfloat16）`,"models.dtype.float16":`16 ビット（float16）`,"models.offload":`GPU に収まらないとき`,"models.offload.none":`すべて GPU に置く`,"models.offload.model":`使う部品だけ GPU へ`,"models.offload.sequential":`層ごとに GPU へ`,"models.attention":`アテンション`,"models.attention.auto":`このマシンに合わせる`,"models.attention.sdpa":`通常`,"models.attention.sliced":`分割する（大きな絵向け）`,"models.tiny":`プレビュー用の小さなデコーダー（フォルダー）`,"models.look":`調べる`,"models.looking":`設定とヘッダーを読んでいます`,"models.fits":`収まります：{free} のうち {need} が必要`,"models.fitsNot":`収まりません：必要 {need}、使える量 {free}`,"models.fitsNotHint":`16 ビットにすると半分になります。ほかのプログラムを閉じる方法もあります。`,"models.going":`場所を空けるために片付けるもの：{names}`,"models.addIt":`追加`,"models.addAnyway":`それでも追加`,"models.fetch":`取得して追加`,"models.fetching":`取得中`,"models.fetchingOf":`取得中 · {stage}`,"models.expected":`必要なもの：{expected}`,"models.readMore":`何を調べ、なぜ断るのか`},Et={"nav.playground":`Playground`,"playground.expression":`Expression`,"playground.offers":`What could come next`,"playground.pictures":`Pictures`,"playground.words":`Words`,"playground.mode":`What is looked for`,"playground.model":`Model`,"playground.examples":`Try`,"playground.parts":`Parts`,"playground.noParts":`One part alone: the picture is all of it.`,"playground.usePart":`Look at this part alone`,"playground.point":`point`,"playground.direction":`direction`,"playground.before":`Before: {part}`,"playground.after":`After: {part}`,"playground.resultDirection":`A direction has no picture of its own: before, and after.`,"playground.keep":`Keep this picture`,"playground.kept":`Kept`,"playground.studio":`Open in Studio`,"playground.onMap":`Show on map`,"playground.seed":`Seed`,"playground.roll":`Another seed`,"playground.nearWords":`Nearest words`,"playground.nearPictures":`Nearest pictures`,"playground.only":`{part} alone`,"playground.only_b":`Only b: what this point is near to without the rest`,"playground.only_c":`Only c: what this point is near to without the rest`,"playground.only_d":`What this point is near to without the rest`,"playground.alsoAlone":`One word alone puts this as high: no arithmetic was needed.`,"playground.noneAlone":`No word alone puts any of these as high.`,"playground.history":`Tried and kept`,"playground.noHistory":`What you try stays here.`,"playground.keys":`Enter keeps the picture · Tab takes an offer · Ctrl Space shows offers`,"playground.keysWords":`Tab takes an offer · Ctrl Space shows offers`,"playground.expected":`Expected: {what}`,"playground.better":`Did you mean`,"playground.kind.words":`prompt`,"playground.kind.word":`word`,"playground.kind.function":`function`,"playground.kind.direction":`direction`,"playground.kind.knob":`knob`,"playground.kind.sign":`sign`,"playground.kind.group":`group`,"playground.kind.render":`picture`,"playground.kind.upload":`upload`},Dt={"nav.playground":`計算`,"playground.expression":`式`,"playground.offers":`続きの候補`,"playground.pictures":`画像`,"playground.words":`言葉`,"playground.mode":`調べるもの`,"playground.model":`モデル`,"playground.examples":`例`,"playground.parts":`式の部分`,"playground.noParts":`部分はひとつだけ。画像がそのすべてです。`,"playground.usePart":`この部分だけを見る`,"playground.point":`点`,"playground.direction":`方向`,"playground.before":`前：{part}`,"playground.after":`後：{part}`,"playground.resultDirection":`方向そのものは画像になりません。適用の前と後を示します。`,"playground.keep":`この画像を保存`,"playground.kept":`保存しました`,"playground.studio":`スタジオで開く`,"playground.onMap":`地図で見る`,"playground.seed":`シード`,"playground.roll":`別のシード`,"playground.nearWords":`近い言葉`,"playground.nearPictures":`近い画像`,"playground.only":`{part} だけ`,"playground.only_b":`bだけ：ほかを使わず、この点に近いもの`,"playground.only_c":`cだけ：ほかを使わず、この点に近いもの`,"playground.only_d":`ほかを使わず、この点に近いもの`,"playground.alsoAlone":`一語だけでも同じかそれより上に来ます。計算の成果とは言えません。`,"playground.noneAlone":`どれも一語だけではここまで上に来ません。`,"playground.history":`試した式と保存した式`,"playground.noHistory":`試した式はここに残ります。`,"playground.keys":`Enterで画像を保存 · Tabで候補を採用 · Ctrl＋Spaceで候補を表示`,"playground.keysWords":`Tabで候補を採用 · Ctrl＋Spaceで候補を表示`,"playground.expected":`期待したもの：{what}`,"playground.better":`もしかして：`,"playground.kind.words":`プロンプト`,"playground.kind.word":`言葉`,"playground.kind.function":`関数`,"playground.kind.direction":`方向`,"playground.kind.knob":`つまみ`,"playground.kind.sign":`記号`,"playground.kind.group":`グループ`,"playground.kind.render":`画像`,"playground.kind.upload":`アップロード`},Ot={"session.title":`Session`,"session.open":`Show the session: everything that was done here, as a tree`,"session.untitled":`Untitled session`,"session.name":`Name of the session`,"session.empty":`Whatever you do appears here: sliders, words, selections, pictures, deletions. Go back to any of it.`,"session.undo":`Undo`,"session.redo":`Redo`,"session.here":`You are here`,"session.go":`Go back to this`,"session.compare":`Compare with here`,"session.share":`Share`,"session.more":`More`,"session.export":`Export as zip`,"session.import":`Import a zip`,"session.importing":`Taking the session in`,"session.imported":`{n} renders came in; their pictures are made again here.`,"session.leftOut":`{n} things had to stay out`,"session.new":`Begin a new session`,"session.earlier":`Earlier sessions`,"session.remove":`Forget this session`,"session.removeAsk":`Forget this session?`,"session.removeBody":`The tree and its links are removed. Pictures stay in the history.`,"session.removeDo":`Forget it`,"session.continue":`Go on with the last session`,"session.waiting":`No connection. What you do is kept here and sent later.`,"session.lost":`{n} pictures were removed for good and cannot come back`,"session.failed":`That did not work`,"session.acts":`{n} acts`,"session.nameAct":`Give this a name`,"session.chosen":`{n} chosen`,"session.groupKept":`Group {name} kept`,"session.groupGone":`Group {name} removed`,"session.kind.view":`View`,"session.kind.journey":`Journey changed`,"session.name.id":`opened`,"session.name.x":`first axis`,"session.name.y":`second axis`,"session.name.at":`step`,"session.kind.page":`Page`,"session.kind.slider":`Slider`,"session.kind.words":`Words`,"session.kind.select":`Selection`,"session.kind.knob":`Setting`,"session.kind.render":`Picture made`,"session.kind.renders":`{n} pictures made`,"session.kind.delete":`{n} deleted`,"session.kind.mark":`{n} marked`,"session.kind.group":`Group`,"session.away":`{name} taken away`,"session.more.changes":`and {n} more`,"session.name.seed":`seed`,"session.name.steps":`steps`,"session.name.guidance":`guidance`,"session.name.prompt":`prompt`,"session.name.negative":`without`,"session.name.sampler":`sampler`,"session.name.width":`width`,"session.name.height":`height`,"session.name.model":`model`,"session.name.image":`start picture`,"session.name.strength":`strength`,"session.name.colour":`colour`,"session.name.n":`picture`,"session.name.s":`selection`,"session.name.group":`group`,"session.name.f":`filter`,"session.name.map":`map`,"session.name.beside":`second map`,"session.name.layers":`layers`,"session.name.q":`search`,"session.name.t":`between`,"session.name.folder":`folder`,"share.title":`Share this view`,"share.body":`Whoever opens the link sees exactly this. They need to reach this server.`,"share.look":`To look at`,"share.fork":`To go on from`,"share.lookHelp":`They see the view; the session stays yours.`,"share.forkHelp":`They get a copy of the way that led here, and go on from there.`,"share.make":`Make a link`,"share.given":`Links that were given out`,"share.back":`Take back`,"share.copied":`The link was copied`,"branches.title":`Two branches`,"branches.meet":`They part after “{what}”.`,"branches.begin":`They have nothing in common.`,"branches.there":`That branch`,"branches.here":`Where you are`,"branches.differ":`What is different between the two views`,"branches.same":`Both views are the same.`,"branches.pictures":`Pictures`,"branches.none":`no pictures`,"link.title":`Shared view`,"link.opening":`Opening the shared view`,"link.bar":`Shared view: {title}`,"link.look":`You look at it; what you change stays with you.`,"link.fork":`Go on from here`,"link.close":`Close this note`,"link.wrong":`This address names no link`,"link.wrongHint":`Ask for it again; a link ends in ?to= and some letters.`},kt={"session.title":`セッション`,"session.open":`セッションを表示：ここでしたことすべての木`,"session.untitled":`無題のセッション`,"session.name":`セッションの名前`,"session.empty":`スライダー、言葉、選択、画像、削除など、したことがすべてここに並びます。どこへでも戻れます。`,"session.undo":`元に戻す`,"session.redo":`やり直す`,"session.here":`現在地`,"session.go":`ここへ戻る`,"session.compare":`現在地と比べる`,"session.share":`共有`,"session.more":`その他`,"session.export":`zip に書き出す`,"session.import":`zip を読み込む`,"session.importing":`セッションを読み込んでいます`,"session.imported":`{n} 件のレシピを取り込みました。画像はここで作り直されます。`,"session.leftOut":`{n} 件は取り込めませんでした`,"session.new":`新しいセッションを始める`,"session.earlier":`以前のセッション`,"session.remove":`このセッションを消す`,"session.removeAsk":`このセッションを消しますか？`,"session.removeBody":`木とリンクが消えます。画像は履歴に残ります。`,"session.removeDo":`消す`,"session.continue":`前回のセッションを続ける`,"session.waiting":`接続がありません。操作はここに保存され、あとで送られます。`,"session.lost":`完全に削除された {n} 枚の画像は戻せません`,"session.failed":`うまくいきませんでした`,"session.acts":`{n} 件の操作`,"session.nameAct":`名前を付ける`,"session.chosen":`{n} 件を選択`,"session.groupKept":`グループ {name} を保存`,"session.groupGone":`グループ {name} を削除`,"session.kind.view":`表示位置`,"session.kind.journey":`旅を変更`,"session.name.id":`開いたもの`,"session.name.x":`一つ目の軸`,"session.name.y":`二つ目の軸`,"session.name.at":`ステップ`,"session.kind.page":`ページ`,"session.kind.slider":`スライダー`,"session.kind.words":`言葉`,"session.kind.select":`選択`,"session.kind.knob":`設定`,"session.kind.render":`画像を作成`,"session.kind.renders":`画像を {n} 枚作成`,"session.kind.delete":`{n} 枚を削除`,"session.kind.mark":`{n} 枚に印`,"session.kind.group":`グループ`,"session.away":`{name} を解除`,"session.more.changes":`ほか {n} 件`,"session.name.seed":`シード`,"session.name.steps":`ステップ数`,"session.name.guidance":`ガイダンス`,"session.name.prompt":`言葉`,"session.name.negative":`除く言葉`,"session.name.sampler":`サンプラー`,"session.name.width":`幅`,"session.name.height":`高さ`,"session.name.model":`モデル`,"session.name.image":`元の画像`,"session.name.strength":`強さ`,"session.name.colour":`色分け`,"session.name.n":`画像`,"session.name.s":`選択`,"session.name.group":`グループ`,"session.name.f":`絞り込み`,"session.name.map":`地図`,"session.name.beside":`二つ目の地図`,"session.name.layers":`重ね表示`,"session.name.q":`検索`,"session.name.t":`中間`,"session.name.folder":`フォルダー`,"share.title":`この画面を共有`,"share.body":`リンクを開いた人には、まったく同じ画面が見えます。このサーバーに接続できる必要があります。`,"share.look":`見るだけ`,"share.fork":`続きができる`,"share.lookHelp":`画面を見られます。セッションは変わりません。`,"share.forkHelp":`ここまでの道のりの写しを受け取り、そこから続けられます。`,"share.make":`リンクを作る`,"share.given":`渡したリンク`,"share.back":`取り消す`,"share.copied":`リンクをコピーしました`,"branches.title":`二つの枝`,"branches.meet":`「{what}」のあとで分かれています。`,"branches.begin":`共通するところはありません。`,"branches.there":`そちらの枝`,"branches.here":`現在地`,"branches.differ":`二つの画面の違い`,"branches.same":`二つの画面は同じです。`,"branches.pictures":`画像`,"branches.none":`画像なし`,"link.title":`共有された画面`,"link.opening":`共有された画面を開いています`,"link.bar":`共有された画面：{title}`,"link.look":`見るだけの画面です。変更はあなたの側にだけ残ります。`,"link.fork":`ここから続ける`,"link.close":`この案内を閉じる`,"link.wrong":`この住所にはリンクがありません`,"link.wrongHint":`もう一度送ってもらってください。リンクの末尾は ?to= と文字です。`},At={...ft,...gt,...vt,...bt,...ut,...mt,...St,...wt,...Et,...Ot,"nav.atlas":`Atlas`,"nav.studio":`Studio`,"nav.skip":`Skip to content`,"nav.language":`日本語`,"nav.languageLabel":`Change the language to Japanese`,"nav.theme":`Change between light and dark`,"status.ready":`Ready`,"status.starting":`The model is waking up`,"status.restarting":`The model is starting again`,"status.failed":`The model could not start`,"status.offline":`No connection to the server`,"lost.title":`There is nothing at this place`,"lost.body":`The map has no page at {path}.`,"lost.home":`Go to the Atlas`,"common.close":`Close`,"common.retry":`Try again`,"common.cancel":`Cancel`,"common.copied":`Copied`,"common.copyCurl":`Copy as curl`,"common.copyPython":`Copy as Python`,"common.loading":`Loading`,"common.more":`Load more`,"common.error":`Something went wrong`,"common.offlineHint":`Check that Rashin is still running, then try again.`,"atlas.label":`Map of pictures. Arrow keys walk from picture to picture, Enter opens, slash searches.`,"atlas.hint":`Drag · zoom · click anywhere, also where there is nothing`,"atlas.search":`Search by words`,"atlas.searchClear":`Clear the search`,"atlas.best":`Closest to “{words}”`,"atlas.searchNone":`No pictures match these words`,"atlas.colour":`Colour`,"atlas.all":`Show all`,"atlas.count":`{n} pictures`,"atlas.trust":`trustworthiness`,"atlas.recall":`recall@15`,"atlas.qualityHelp":`Trustworthiness: how many neighbours on the map are true ones. Recall@15: how many of the 15 true neighbours are near on the map.`,"atlas.zoomIn":`Zoom in`,"atlas.zoomOut":`Zoom out`,"atlas.home":`Show the whole map`,"atlas.help":`Keyboard help`,"atlas.loading":`Unfolding the map`,"atlas.none":`There is no map yet`,"atlas.noneHint":`Run “make map” to build one, then load this page again.`,"atlas.noGl":`This browser cannot draw the map`,"atlas.noGlHint":`The map needs WebGL 2. Turn on hardware acceleration, or use another browser.`,"atlas.pickSecond":`Now click a second picture`,"atlas.regions":`Regions in view`,"atlas.neighbours":`Nearest in the space itself`,"atlas.distortion":`Two dimensions lie here`,"atlas.distortionHelp":`Most true neighbours of this picture lie elsewhere on the map ({percent} % are torn away).`,"atlas.like":`More like this`,"atlas.between":`Between…`,"atlas.studio":`Open in Studio`,"atlas.recipe":`Recipe`,"atlas.landing":`Landed {distance} neighbours away, confidence {percent} %`,"atlas.landingNear":`Landed right where you clicked, confidence {percent} %`,"atlas.edge":`You clicked outside the known land; the nearest shore was taken.`,"atlas.decoding":`Making the picture of this place…`,"atlas.onlyOurs":`A place nobody had been to`,"atlas.seed":`seed {seed}`,"atlas.steps":`{n} steps`,"help.title":`Keyboard`,"help.arrows":`walk to the true neighbour in that direction`,"help.enter":`open the picture`,"help.slash":`search`,"help.zoom":`zoom in, zoom out, whole map`,"help.shift":`Shift + click`,"help.shiftDoes":`make a picture here, even when another one is near`,"help.esc":`close, step back`,"help.help":`this sheet`,"help.undo":`undo, redo (Studio)`,"studio.prompt":`What should it be?`,"studio.promptPlaceholder":`smiling cat`,"studio.model":`Model`,"studio.seed":`Seed`,"studio.roll":`Roll the seed`,"studio.lock":`Keep this seed`,"studio.unlock":`New seed with every change of words`,"studio.steps":`Steps`,"studio.guidance":`Guidance`,"studio.style":`Style`,"studio.noStyle":`any`,"studio.sliders":`Directions`,"studio.slidersHint":`Double-click a slider to put it back`,"studio.reset":`Reset`,"studio.variations":`Other seeds`,"studio.history":`History`,"studio.historyEmpty":`Pictures that you keep appear here.`,"studio.starred":`Starred only`,"studio.star":`Star this picture`,"studio.unstar":`Remove the star`,"studio.png":`PNG`,"studio.webp":`WebP`,"studio.download":`Download with recipe`,"studio.drop":`Drop a picture to explore it`,"studio.dropHint":`Drop a picture anywhere, or`,"studio.choose":`choose a file`,"studio.dropRestored":`The picture carried its recipe: everything is as it was.`,"studio.original":`Original`,"studio.reconstruction":`Reconstruction`,"studio.first":`Picture A`,"studio.second":`Picture B`,"studio.betweenTwo":`Between A and B`,"studio.sample":`New sample`,"studio.removePicture":`Take this picture away`,"studio.expression":`Made from an expression`,"studio.expressionClear":`Back to words`,"studio.picture":`The picture made from “{prompt}”`,"studio.pictureSample":`A picture from the model`,"studio.waiting":`The first picture comes when the model is awake`,"studio.undo":`Undo`,"studio.redo":`Redo`},jt={...pt,..._t,...yt,...xt,...dt,...ht,...Ct,...Tt,...Dt,...kt,"nav.atlas":`アトラス`,"nav.studio":`スタジオ`,"nav.skip":`本文へ移動`,"nav.language":`English`,"nav.languageLabel":`表示を英語に切り替える`,"nav.theme":`ライト／ダークを切り替える`,"status.ready":`準備完了`,"status.starting":`モデルを起動しています`,"status.restarting":`モデルを再起動しています`,"status.failed":`モデルを起動できませんでした`,"status.offline":`サーバーに接続できません`,"lost.title":`ここには何もありません`,"lost.body":`{path} というページは見つかりません。`,"lost.home":`アトラスへ`,"common.close":`閉じる`,"common.retry":`もう一度試す`,"common.cancel":`キャンセル`,"common.copied":`コピーしました`,"common.copyCurl":`curl をコピー`,"common.copyPython":`Python をコピー`,"common.loading":`読み込み中`,"common.more":`もっと見る`,"common.error":`問題が起きました`,"common.offlineHint":`羅針が動いているか確かめて、もう一度お試しください。`,"atlas.label":`絵の地図。矢印キーで絵から絵へ移動、Enter で開く、スラッシュで検索。`,"atlas.hint":`ドラッグ・ズーム・どこでもクリック（何もない所も）`,"atlas.search":`言葉で探す`,"atlas.searchClear":`検索を消す`,"atlas.best":`「{words}」に近い絵`,"atlas.searchNone":`この言葉に合う絵はありません`,"atlas.colour":`色分け`,"atlas.all":`すべて表示`,"atlas.count":`{n} 枚`,"atlas.trust":`信頼度`,"atlas.recall":`再現率@15`,"atlas.qualityHelp":`信頼度：地図上の隣どうしが本当に近い割合。再現率@15：本当に近い 15 枚のうち地図でも近くにある割合。`,"atlas.zoomIn":`拡大`,"atlas.zoomOut":`縮小`,"atlas.home":`全体を表示`,"atlas.help":`キー操作の説明`,"atlas.loading":`地図を広げています`,"atlas.none":`地図がまだありません`,"atlas.noneHint":`「make map」で地図を作ってから、ページを読み直してください。`,"atlas.noGl":`このブラウザーでは地図を描けません`,"atlas.noGlHint":`地図には WebGL 2 が必要です。ハードウェア支援を有効にするか、別のブラウザーをお使いください。`,"atlas.pickSecond":`もう 1 枚の絵をクリックしてください`,"atlas.regions":`見えている領域`,"atlas.neighbours":`空間の中で本当に近い絵`,"atlas.distortion":`ここでは二次元の図がゆがんでいます`,"atlas.distortionHelp":`本当に近い絵の多くが、地図では離れた所にあります（{percent} % が離れています）。`,"atlas.like":`似た絵をもっと`,"atlas.between":`あいだを見る…`,"atlas.studio":`スタジオで開く`,"atlas.recipe":`レシピ`,"atlas.landing":`クリックした所から隣 {distance} 個分の位置に着地、確信度 {percent} %`,"atlas.landingNear":`クリックした所にぴったり着地、確信度 {percent} %`,"atlas.edge":`地図の外だったので、いちばん近い岸を使いました。`,"atlas.decoding":`この場所の絵を作っています…`,"atlas.onlyOurs":`まだ誰も来たことのない場所`,"atlas.seed":`シード {seed}`,"atlas.steps":`{n} ステップ`,"help.title":`キー操作`,"help.arrows":`その方向の本当の隣へ移動`,"help.enter":`絵を開く`,"help.slash":`検索`,"help.zoom":`拡大・縮小・全体`,"help.shift":`Shift + クリック`,"help.shiftDoes":`近くに絵があっても、その場所の絵を作る`,"help.esc":`閉じる・戻る`,"help.help":`この説明`,"help.undo":`元に戻す・やり直す（スタジオ）`,"studio.prompt":`何を描きますか？`,"studio.promptPlaceholder":`笑っている猫`,"studio.model":`モデル`,"studio.seed":`シード`,"studio.roll":`シードを振り直す`,"studio.lock":`このシードを保つ`,"studio.unlock":`言葉を変えるたびに新しいシード`,"studio.steps":`ステップ`,"studio.guidance":`ガイダンス`,"studio.style":`スタイル`,"studio.noStyle":`指定なし`,"studio.sliders":`方向`,"studio.slidersHint":`ダブルクリックで元に戻ります`,"studio.reset":`リセット`,"studio.variations":`ほかのシード`,"studio.history":`履歴`,"studio.historyEmpty":`作った絵がここに並びます。`,"studio.starred":`星付きだけ`,"studio.star":`星を付ける`,"studio.unstar":`星を外す`,"studio.png":`PNG`,"studio.webp":`WebP`,"studio.download":`レシピ付きで保存`,"studio.drop":`絵をドロップして調べる`,"studio.dropHint":`絵をここにドロップ、または`,"studio.choose":`ファイルを選ぶ`,"studio.dropRestored":`絵に入っていたレシピから、すべてを元どおりにしました。`,"studio.original":`元の絵`,"studio.reconstruction":`再構成`,"studio.first":`絵 A`,"studio.second":`絵 B`,"studio.betweenTwo":`A と B のあいだ`,"studio.sample":`新しいサンプル`,"studio.removePicture":`この絵を外す`,"studio.expression":`式から作った絵`,"studio.expressionClear":`言葉に戻す`,"studio.picture":`「{prompt}」の絵`,"studio.pictureSample":`モデルが作った絵`,"studio.waiting":`モデルが起きると最初の絵が出ます`,"studio.undo":`元に戻す`,"studio.redo":`やり直す`},Mt=`rashin.language`,Nt=new EventTarget;function Pt(){let e=new URLSearchParams(location.search).get(`lang`)??localStorage.getItem(Mt);return e===`en`||e===`ja`?e:navigator.language.startsWith(`ja`)?`ja`:`en`}var Ft=Pt();document.documentElement.lang=Ft;var E=()=>Ft;function It(e){Ft=e,localStorage.setItem(Mt,e),document.documentElement.lang=e;let t=new URL(location.href);t.searchParams.has(`lang`)&&(t.searchParams.set(`lang`,e),history.replaceState(history.state,``,t)),Nt.dispatchEvent(new Event(`change`))}function D(e,t={}){return(Ft===`ja`?jt:At)[e].replace(/\{(\w+)\}/g,(e,n)=>String(t[n]??e))}var O=e=>e[Ft],k=e=>e.toLocaleString(Ft===`ja`?`ja-JP`:`en-GB`);function Lt(e){return Nt.addEventListener(`change`,e),()=>Nt.removeEventListener(`change`,e)}var A=class{constructor(e){this.host=e,e.addController(this)}hostConnected(){this.stop=Lt(()=>this.host.requestUpdate())}hostDisconnected(){this.stop?.()}};function j(e,t,n,r){var i=arguments.length,a=i<3?t:r===null?r=Object.getOwnPropertyDescriptor(t,n):r,o;if(typeof Reflect==`object`&&typeof Reflect.decorate==`function`)a=Reflect.decorate(e,t,n,r);else for(var s=e.length-1;s>=0;s--)(o=e[s])&&(a=(i<3?o(a):i>3?o(t,n,a):o(t,n))||a);return i>3&&a&&Object.defineProperty(t,n,a),a}var Rt=5,zt=class extends y{static{this.styles=[T,h`
      nav {
        display: grid;
        grid-auto-flow: column;
        grid-auto-columns: minmax(0, 1fr);
        height: 100%;
        padding-bottom: env(safe-area-inset-bottom);
        background: var(--surface);
        border-top: 1px solid var(--line);
      }
      a,
      .rest {
        display: flex;
        flex-direction: column;
        align-items: center;
        justify-content: center;
        gap: 3px;
        min-width: 0;
        padding: 0 2px;
        border: 0;
        border-radius: 0;
        background: none;
        color: var(--soft);
        font-size: 0.72rem;
        font-weight: 550;
        line-height: 1.1;
        text-decoration: none;
        white-space: nowrap;
      }
      nav svg.i {
        width: 21px;
        height: 21px;
      }
      [aria-current] {
        color: var(--accent);
      }
      :focus-visible {
        outline-offset: -3px;
      }
      dialog {
        width: 100%;
        max-width: none;
        margin: auto 0 0;
        padding: 10px 12px calc(14px + env(safe-area-inset-bottom));
        border: 0;
        border-top: 1px solid var(--line);
        border-radius: var(--radius) var(--radius) 0 0;
        background: var(--surface);
        color: var(--ink);
      }
      dialog::backdrop {
        background: rgb(8 14 24 / 45%);
      }
      header {
        display: flex;
        justify-content: space-between;
        align-items: center;
        padding-left: 10px;
      }
      dialog a {
        flex-direction: row;
        justify-content: flex-start;
        gap: 14px;
        min-height: 52px;
        padding: 0 10px;
        border-radius: var(--radius-small);
        font-size: 1rem;
        color: var(--ink);
      }
      dialog a[aria-current] {
        color: var(--accent);
      }
    `]}constructor(){super(),this.tabs=[],this.current=``,new A(this)}render(){let{tabs:e}=this,t=e.length<=Rt,n=t?e:e.slice(0,4),r=t?[]:e.slice(4),i=r.find(e=>e.path===this.current);return g`<nav aria-label=${D(`nav.pages`)}>
        ${n.map(e=>this.link(e))}
        ${r.length===0?v:g`<button
              class="rest"
              data-testid="more-pages"
              aria-haspopup="dialog"
              aria-current=${i?`true`:v}
              @click=${()=>this.sheet.showModal()}
            >
              ${w(i?.icon??`more`)}${D(i?.title??`nav.more`)}
            </button>`}
      </nav>
      <dialog
        aria-label=${D(`nav.moreTitle`)}
        @click=${e=>{e.target instanceof HTMLElement&&e.target.closest(`header`)||this.sheet.close()}}
      >
        <header>
          <h2>${D(`nav.moreTitle`)}</h2>
          <button class="bare icon" aria-label=${D(`common.close`)} @click=${()=>this.sheet.close()}>
            ${w(`close`)}
          </button>
        </header>
        ${r.map(e=>this.link(e))}
      </dialog>`}link(e){return g`<a href=${e.path} aria-current=${e.path===this.current?`page`:v}>
      ${w(e.icon??`page`)}<span>${D(e.title)}</span>
    </a>`}};j([x({attribute:!1})],zt.prototype,`tabs`,void 0),j([x()],zt.prototype,`current`,void 0),j([C(`dialog`)],zt.prototype,`sheet`,void 0),zt=j([b(`rashin-page-bar`)],zt);var Bt={ATTRIBUTE:1,CHILD:2,PROPERTY:3,BOOLEAN_ATTRIBUTE:4,EVENT:5,ELEMENT:6},Vt=e=>(...t)=>({_$litDirective$:e,values:t}),Ht=class{constructor(e){}get _$AU(){return this._$AM._$AU}_$AT(e,t,n){this._$Ct=e,this._$AM=t,this._$Ci=n}_$AS(e,t){return this.update(e,t)}update(e,t){return this.render(...t)}},{I:Ut}=et,Wt=e=>e,Gt=()=>document.createComment(``),Kt=(e,t,n)=>{let r=e._$AA.parentNode,i=t===void 0?e._$AB:t._$AA;if(n===void 0)n=new Ut(r.insertBefore(Gt(),i),r.insertBefore(Gt(),i),e,e.options);else{let t=n._$AB.nextSibling,a=n._$AM,o=a!==e;if(o){let t;n._$AQ?.(e),n._$AM=e,n._$AP!==void 0&&(t=e._$AU)!==a._$AU&&n._$AP(t)}if(t!==i||o){let e=n._$AA;for(;e!==t;){let t=Wt(e).nextSibling;Wt(r).insertBefore(e,i),e=t}}}return n},qt=(e,t,n=e)=>(e._$AI(t,n),e),Jt={},Yt=(e,t=Jt)=>e._$AH=t,Xt=e=>e._$AH,Zt=e=>{e._$AR(),e._$AA.remove()},Qt=(e,t,n)=>{let r=new Map;for(let i=t;i<=n;i++)r.set(e[i],i);return r},$t=Vt(class extends Ht{constructor(e){if(super(e),e.type!==Bt.CHILD)throw Error(`repeat() can only be used in text expressions`)}dt(e,t,n){let r;n===void 0?n=t:t!==void 0&&(r=t);let i=[],a=[],o=0;for(let t of e)i[o]=r?r(t,o):o,a[o]=n(t,o),o++;return{values:a,keys:i}}render(e,t,n){return this.dt(e,t,n).values}update(e,[t,n,r]){let i=Xt(e),{values:a,keys:o}=this.dt(t,n,r);if(!Array.isArray(i))return this.ut=o,a;let s=this.ut??=[],c=[],l,u,d=0,f=i.length-1,p=0,m=a.length-1;for(;d<=f&&p<=m;)if(i[d]===null)d++;else if(i[f]===null)f--;else if(s[d]===o[p])c[p]=qt(i[d],a[p]),d++,p++;else if(s[f]===o[m])c[m]=qt(i[f],a[m]),f--,m--;else if(s[d]===o[m])c[m]=qt(i[d],a[m]),Kt(e,c[m+1],i[d]),d++,m--;else if(s[f]===o[p])c[p]=qt(i[f],a[p]),Kt(e,i[d],i[f]),f--,p++;else if(l===void 0&&(l=Qt(o,p,m),u=Qt(s,d,f)),l.has(s[d])){if(l.has(s[f])){let t=u.get(o[p]),n=t===void 0?null:i[t];if(n===null){let t=Kt(e,i[d]);qt(t,a[p]),c[p]=t}else c[p]=qt(n,a[p]),Kt(e,i[d],n),i[t]=null;p++}else Zt(i[f]),f--}else Zt(i[d]),d++;for(;p<=m;){let t=Kt(e,c[m+1]);qt(t,a[p]),c[p++]=t}for(;d<=f;){let e=i[d++];e!==null&&Zt(e)}return this.ut=o,Yt(e,c),Be}}),en=t({UnexpectedAnswer:()=>tn,addition:()=>bn,dict:()=>M,health:()=>on,job:()=>dn,labels:()=>gn,landing:()=>xn,list:()=>N,map:()=>hn,neighbour:()=>_n,number:()=>F,page:()=>R,picture:()=>sn,point:()=>yn,reason:()=>cn,recipe:()=>rn,render:()=>ln,scored:()=>Sn,soft:()=>I,text:()=>P,upload:()=>mn,verified:()=>pn,words:()=>L}),tn=class extends Error{constructor(e){super(`The server's answer is not what this page expects: ${e}.`),this.name=`UnexpectedAnswer`}};function M(e,t){if(typeof e!=`object`||!e||Array.isArray(e))throw new tn(t);return e}var N=e=>Array.isArray(e)?e:[],P=(e,t=``)=>typeof e==`string`?e:t,F=(e,t=0)=>typeof e==`number`&&Number.isFinite(e)?e:t;function nn(e,t){if(typeof e!=`number`||!Number.isFinite(e))throw new tn(t);return e}function I(e){return typeof e==`object`&&e&&!Array.isArray(e)?e:{}}function L(e,t=``){if(typeof e==`string`)return{en:e,ja:e};let n=I(e),r=P(n.en,t);return{en:r,ja:P(n.ja,r)}}function rn(e){let t=I(e);if(typeof t.model!=`string`)return null;let n=typeof t.conditioning==`string`?t.conditioning:typeof t.prompt==`string`?JSON.stringify(t.prompt):``,r=typeof t.noise==`string`?t.noise:typeof t.seed==`number`?`noise(${t.seed})`:`noise(0)`;return{...t,model:t.model,conditioning:n,noise:r,steps:F(t.steps,0),guidance_scale:F(t.guidance_scale,NaN),steering:N(t.steering).map(e=>({direction:P(I(e).direction),scale:F(I(e).scale)})),...Array.isArray(t.loras)&&{loras:t.loras.map(e=>({id:P(I(e).id),scale:F(I(e).scale)}))}}}var an=[`starting`,`ready`,`restarting`,`failed`];function on(e){let t=M(e,`the health report`),n=I(t.worker),r=an.find(e=>e===n.state)??`starting`;return{version:P(t.version),worker:{state:r,device:P(n.device)}}}function sn(e){let t=I(e);return typeof t.url==`string`?{url:t.url,sha256:P(t.sha256),width:F(t.width,64),height:F(t.height,64)}:null}function cn(e){if(typeof e==`string`&&e!==``)return e;let t=I(e),n=P(t.detail,P(t.title));return n===``?null:[n,P(t.hint)].filter(e=>e!==``).join(`. `)}function ln(e){let t=M(e,`a render`),n=I(t.progress);return{id:P(t.id),state:P(t.state),progress:{step:F(n.step),steps:F(n.steps)},error:cn(t.error),image:sn(t.image),recipe:rn(t.recipe),environment:Object.keys(I(t.environment)).length>0?I(t.environment):null,folder:typeof t.folder==`string`?t.folder:null,deleted:t.deleted===!0,starred:t.starred===!0,created_at:P(t.created_at)}}var un=[`queued`,`running`,`done`,`failed`,`cancelled`];function dn(e){let t=M(e,`a job`),n=I(t.result);return{id:P(t.id),state:un.find(e=>e===t.state)??`queued`,progress:F(t.progress),eta_s:typeof t.eta_s==`number`?t.eta_s:null,result:Object.keys(n).length>0?n:null,error:cn(t.error)}}var fn=[`identical`,`perceptually_identical`,`different`];function pn(e){let t=M(e,`a verdict`),n=fn.find(e=>e===t.verdict);if(!n)throw new tn(`the verdict`);return{verdict:n,score:typeof t.score==`number`?t.score:null,psnr_db:typeof t.psnr_db==`number`?t.psnr_db:null,reasons:N(t.reasons).map(e=>P(e)).filter(e=>e!==``)}}function R(e,t){let n=M(e,`a list`);return{items:N(n.items).map(t),next:typeof n.next==`string`?n.next:null}}function mn(e){let t=M(e,`an uploaded picture`),n=P(t.sha256);return{sha256:n,url:P(t.url,`/api/v1/images/${n}.png`),width:F(t.width,64),height:F(t.height,64),recipe:rn(t.recipe)}}function hn(e){let t=M(e,`a map`),n=M(t.bounds,`the bounds of a map`),r=I(t.quality),i=e=>typeof e==`number`?e:null;return{id:P(t.id),title:L(t.title,P(t.id)),model:P(t.model),count:nn(t.count,`the count of a map`),bounds:{x_min:nn(n.x_min,`bounds.x_min`),y_min:nn(n.y_min,`bounds.y_min`),x_max:nn(n.x_max,`bounds.x_max`),y_max:nn(n.y_max,`bounds.y_max`)},quality:{trustworthiness:i(r.trustworthiness),recall_15:i(r.recall_15)},columns:N(t.columns).map(e=>{let t=M(e,`a map column`);return{id:P(t.id),title:L(t.title,P(t.id)),legend:N(t.legend).map(e=>({title:L(I(e).title),colour:P(I(e).colour,`#888888`)}))}}),atlas:N(t.atlas).map(e=>{let t=M(e,`an atlas level`);return{level:F(t.level),thumb:nn(t.thumb,`atlas.thumb`),columns:nn(t.columns,`atlas.columns`),rows:nn(t.rows,`atlas.rows`),tiles:F(t.tiles,1)}})}}var gn=e=>N(M(e,`the labels`).layers).map(e=>{let t=M(e,`a label layer`);return{min_zoom:F(t.min_zoom,0),max_zoom:F(t.max_zoom,99),labels:N(t.labels).map(e=>{let t=M(e,`a label`);return{x:F(t.x),y:F(t.y),title:L(t.title),score:F(t.score),count:F(t.count),computed:t.computed===void 0?null:L(t.computed),alternates:N(t.alternates).map(e=>{let{score:t}=I(e);return{title:L(e),score:typeof t==`number`?t:null}})}})}});function _n(e){if(typeof e==`number`)return{n:e,similarity:NaN};let t=I(e);return{n:F(t.n),similarity:F(t.similarity,NaN)}}var vn=e=>typeof e==`string`?e:sn(e)?.url??null;function yn(e){let t=M(e,`a point of the map`),n=P(t.prompt);return{n:nn(t.n,`the number of a point`),x:F(t.x),y:F(t.y),title:L(t.title,n),prompt:n,recipe:rn(t.recipe),image:vn(t.image),attributes:Object.entries(I(t.attributes)).map(([e,t])=>({key:e,value:typeof t==`object`?L(t).en:String(t)})),neighbours:N(t.neighbours).map(_n),distortion:F(t.distortion)}}function bn(e){let t=M(e,`a point that joined later`);return{n:nn(t.n,`the number of a point`),x:F(t.x),y:F(t.y),render_id:P(t.render_id),image:vn(t.image),recipe:rn(t.recipe)}}function xn(e){let t=M(e,`a decoded place`),n=M(t.landing,`the landing`);return{render:ln(t.render),x:nn(n.x,`landing.x`),y:nn(n.y,`landing.y`),error:F(n.error),confidence:F(n.confidence),clamped:t.clamped===!0,neighbours:N(t.neighbours).map(e=>_n(e).n),point:typeof t.point==`number`?t.point:null}}function Sn(e){let t=M(e,`a search result`);return{n:nn(t.n,`the number of a point`),x:F(t.x),y:F(t.y),score:F(t.score)}}var Cn=class extends Error{constructor(e,t,n,r,i,a=null,o=null,s=``,c=null){super(r||n),this.code=e,this.status=t,this.title=n,this.hint=i,this.retryAfter_s=a,this.position=o,this.expected=s,this.fix=c,this.name=`Problem`}};function wn(e){if(typeof e!=`object`||!e)return null;let t=M(e,`a fix`);return{start:F(t.start),end:F(t.end),text:P(t.text)}}function Tn(e,t,n=null){let r={};try{r=M(e,`a problem`)}catch{}return new Cn(P(r.code,t===0?`offline`:`error`),F(r.status,t),P(r.title,`HTTP ${t}`),P(r.detail),P(r.hint),n,typeof r.position==`number`?r.position:null,P(r.expected),wn(r.fix))}var z=e=>e instanceof Cn?e:new Cn(`error`,0,`Error`,e instanceof Error?e.message:String(e),``),B=`/api/v1`;async function En(e,t){let n={...t.headers},r={method:t.method??`GET`,headers:n};t.signal&&(r.signal=t.signal),t.body instanceof FormData?r.body=t.body:t.body!==void 0&&(n[`Content-Type`]=`application/json`,r.body=JSON.stringify(t.body));let i;try{i=await fetch(B+e,r)}catch(e){throw t.signal?.aborted?e:new Cn(`offline`,0,`Offline`,`The server cannot be reached.`,``)}if(!i.ok){let e=Number(i.headers.get(`Retry-After`));throw Tn(await i.json().catch(()=>null),i.status,Number.isFinite(e)&&e>0?e:null)}return i}async function V(e,t={}){let n=await En(e,t);return n.status===204?null:n.json()}async function Dn(e,t={}){return(await En(e,t)).arrayBuffer()}async function On(e,t,n,r){let i=new URLSearchParams({limit:String(t),deleted:String(e.trash)});return n!==null&&i.set(`cursor`,n),e.q.trim()!==``&&i.set(`q`,e.q.trim()),e.model!==null&&i.set(`model`,e.model),e.starred&&i.set(`starred`,`true`),e.folder!==null&&i.set(`folder`,e.folder),R(await V(`/renders?${i}`,{signal:r}),ln)}var kn=async(e,t)=>ln(await V(`/renders/${encodeURIComponent(e)}`,t?{signal:t}:{}));async function An(e,t){await V(`/renders`,{method:`PATCH`,body:{ids:e,marks:t}})}function jn(e,t){let n=Math.max(e.width,e.height),r=t>256?512:256;return n<=r?e.url:`${B}/thumbnails/${e.sha256}.webp?side=${r}`}function Mn(e){let t=M(e,`a folder`);return{name:P(t.name),count:F(t.count)}}async function Nn(e,t){let n={image:t,limit:1};return R(await V(`/maps/${encodeURIComponent(e)}/search`,{method:`POST`,body:n}),Sn).items[0]?.n??null}var Pn=async()=>N(M(await V(`/folders`),`the folders`).items).map(Mn),Fn=async(e,t)=>N(M(await V(`/folders`,{method:`PATCH`,body:{name:e,to:t}}),`the folders`).items).map(Mn),In=async()=>F(M(await V(`/trash`,{method:`DELETE`}),`the emptied trash`).removed),Ln=new EventTarget,Rn=0,zn=()=>Rn>0;async function Bn(e,t,n=!1){Rn++;try{let r=await e(),i=t(r);return i!==null&&Vn({render:i,alone:n}),r}finally{Rn--}}var Vn=e=>{Ln.dispatchEvent(new CustomEvent(`made`,{detail:e}))},Hn=e=>{e.length>0&&Ln.dispatchEvent(new CustomEvent(`marked`,{detail:e}))},Un=e=>{Ln.dispatchEvent(new CustomEvent(`changed`,{detail:e}))};function Wn(e){let t=t=>e(t.detail);return Ln.addEventListener(`changed`,t),()=>Ln.removeEventListener(`changed`,t)}function Gn(e){let t=t=>e(t.detail);return Ln.addEventListener(`made`,t),()=>Ln.removeEventListener(`made`,t)}function Kn(e){let t=t=>e(t.detail);return Ln.addEventListener(`marked`,t),()=>Ln.removeEventListener(`marked`,t)}var qn=e=>typeof e==`string`?e:null,Jn=e=>N(e).map(e=>P(e));function Yn(e){let t=M(e,`a session`);return{id:P(t.id),title:P(t.title),head:qn(t.head),createdAt:P(t.created_at),changedAt:P(t.changed_at)}}function Xn(e){let t=M(e,`a node`);return{id:P(t.id),parent:qn(t.parent),kind:P(t.kind),label:P(t.label),address:P(t.address),effects:N(t.effects).map(e=>I(e)),renders:Jn(t.renders),number:F(t.number),createdAt:P(t.created_at)}}function Zn(e){let t=M(e,`a link`);return{id:P(t.id),url:P(t.url),node:P(t.node),forkable:t.forkable===!0}}var Qn=e=>`/sessions/${encodeURIComponent(e)}`,$n=async e=>Yn(await V(`/sessions`,{method:`POST`,body:{title:e}})),er=async()=>R(await V(`/sessions`),Yn).items,tr=async e=>Yn(await V(Qn(e))),nr=async(e,t)=>Yn(await V(Qn(e),{method:`PATCH`,body:{title:t}})),rr=async e=>{await V(Qn(e),{method:`DELETE`})};async function ir(e){let t=[],n=`0`;for(;;){let r=R(await V(`${Qn(e)}/nodes?after=${n}&limit=5000`),Xn);if(t.push(...r.items),r.next===null)return t;n=r.next}}var ar=async(e,t)=>Xn(await V(`${Qn(e)}/nodes`,{method:`POST`,body:t})),or=async(e,t,n)=>Xn(await V(`${Qn(e)}/nodes/${t}`,{method:`PATCH`,body:{label:n}}));async function sr(e,t){let n=M(await V(`${Qn(e)}/go`,{method:`POST`,body:{node:t}}),`where one stands`);return{head:qn(n.head),address:qn(n.address),undone:Jn(n.undone),redone:Jn(n.redone),lost:Jn(n.lost)}}async function cr(e,t,n){let r=M(await V(`${Qn(e)}/compare?one=${t}&two=${n}`),`a comparison`),i=e=>{let t=M(e,`a branch`);return{nodes:N(t.nodes).map(Xn),renders:Jn(t.renders)}};return{meeting:qn(r.meeting),one:i(r.one),two:i(r.two),shared:Jn(r.shared_renders)}}var lr=async(e,t,n)=>Zn(await V(`${Qn(e)}/links`,{method:`POST`,body:{node:t,forkable:n}})),ur=async e=>R(await V(`${Qn(e)}/links`),Zn).items,dr=async e=>{await V(`/links/${encodeURIComponent(e)}`,{method:`DELETE`})};async function fr(e){let t=M(await V(`/links/${encodeURIComponent(e)}`),`where a link leads`);return{link:Zn(t.link),session:Yn(t.session),trail:N(t.trail).map(Xn)}}var pr=async e=>Yn(await V(`/links/${encodeURIComponent(e)}/fork`,{method:`POST`,body:{}})),mr=e=>`${B}${Qn(e)}/export.zip`;async function hr(e){let t=new FormData;t.set(`file`,e);let n=M(await V(`/sessions/import`,{method:`POST`,body:t}),`what came in`);return{session:Yn(n.session),renders:F(n.renders),leftOut:N(n.left_out).map(e=>{let t=I(e);return{what:P(t.what),reason:P(t.reason)}})}}function gr(e,t){let n=[],r=new Set;for(let i=t;i!==null&&!r.has(i);){let t=e.get(i);if(!t)break;n.push(t),r.add(i),i=t.parent}return n.reverse()}function _r(e,t,n){let r=e.filter(e=>e.parent===t);return r.find(e=>e.id===n.get(t))??r[r.length-1]??null}function vr(e,t){let n=new Map(e.map(e=>[e.id,e])),r=new Set(gr(n,t).map(e=>e.id)),i=br(e),a=yr(e),o=new Map,s=(e,t)=>{let n=(o.get(e)??0)+t;n>0?o.set(e,n):o.delete(e)};return e.map(e=>{let t=i.get(e.id)??0,c=(a.get(e.id)??[]).map(e=>i.get(e.id)??0);e.parent!==null&&n.has(e.parent)&&s(t,-1);let l=[...o.keys()].sort((e,t)=>e-t);for(let e of c)s(e,1);return{node:e,lane:t,passing:l,forks:c.filter(e=>e!==t),continued:c.includes(t),trodden:r.has(e.id)}})}function yr(e){let t=new Map;for(let n of e){let e=t.get(n.parent);e?e.push(n):t.set(n.parent,[n])}return t}function br(e){let t=new Map(e.map((e,t)=>[e.id,t])),n=yr(e),r=new Map,i=[],a=(e,a)=>{let o=i.findIndex(e=>e<a);o<0&&(o=i.length);for(let s=e;s;s=n.get(s.id)?.[0])r.set(s.id,o),i[o]=t.get(s.id)??a};return e.forEach((e,t)=>{r.has(e.id)||a(e,t);for(let r of(n.get(e.id)??[]).slice(1))a(r,t)}),r}var xr={"/":[`x`,`y`,`z`],"/history":[`open`],"/sweeps":[`cell`]},Sr=(e,t)=>t===`lang`||(xr[e]?.includes(t)??!1),Cr=`http://rashin.invalid`;function wr(e){let t=new URL(e,Cr),n=new Map;for(let[e,r]of t.searchParams)for(let[t,i]of e===`recipe`?Tr(r):[[e,r]])n.set(t,n.has(t)?`${n.get(t)}, ${i}`:i);return{page:t.pathname,values:n}}function Tr(e){try{let t=JSON.parse(e);return typeof t!=`object`||!t?[]:Object.entries(t).map(([e,t])=>[e,typeof t==`string`?t:JSON.stringify(t)])}catch{return[]}}function Er(e){let t=new URL(e,Cr);for(let e of[...t.searchParams.keys()])Sr(t.pathname,e)&&t.searchParams.delete(e);return t.searchParams.sort(),t.pathname+t.search}function Dr(e){let t=new URL(e,Cr);for(let e of[`open`,`cell`])Sr(t.pathname,e)&&t.searchParams.delete(e);return t.pathname+t.search}function Or(e){let t=new URL(e,Cr);return t.searchParams.delete(`lang`),t.pathname+t.search}var kr=e=>wr(e).page;function Ar(e,t){let n=wr(t),r=e===null?null:wr(e),i=r&&r.page===n.page?r.values:new Map;return[...new Set([...n.values.keys(),...i.keys()])].filter(e=>!Sr(n.page,e)).sort((e,t)=>Number(jr(t))-Number(jr(e))).map(e=>({name:e,before:i.get(e)??null,after:n.values.get(e)??null})).filter(e=>e.before!==e.after)}var jr=e=>[`prompt`,`q`,`e`,`negative`].includes(e);function Mr(e,t){if(e===null||kr(e)!==kr(t))return`page`;let n=Ar(e,t).map(e=>e.name);return n.some(e=>e===`s`||e===`set`||e===`group`||e===`f`||e===`n`)?`select`:n.some(e=>e.startsWith(`d.`)||e.startsWith(`l.`)||e===`t`)?`slider`:n.some(jr)?`words`:`knob`}var Nr=`rashin.session`,Pr=`rashin.session.unsent`,Fr=700,Ir=3e3,Lr=[`pointerdown`,`pointerup`,`keydown`,`input`,`wheel`,`drop`],Rr=()=>[...crypto.getRandomValues(new Uint8Array(9))].map(e=>e.toString(16).padStart(2,`0`)).join(``),zr=()=>Or(location.pathname+location.search);function Br(e,t){try{return JSON.parse(e.getItem(t)??`null`)}catch{return null}}var Vr=e=>({...e,number:2**53-1,createdAt:new Date().toISOString()}),H=new class extends EventTarget{constructor(...e){super(...e),this.session=null,this.nodes=[],this.head=null,this.lost=[],this.waiting=!1,this.unsent=[],this.standing=``,this.made=[],this.changed=[],this.moved=0,this.settledAt=0,this.sending=null,this.naming=Promise.resolve(),this.left=new Map}async start(){this.standing=zr();for(let e of Lr)window.addEventListener(e,()=>this.moved=performance.now(),{capture:!0,passive:!0});let e=window.navigation;e?e.addEventListener(`currententrychange`,()=>this.look()):setInterval(()=>this.look(),Fr/2),Gn(({render:e,alone:t})=>{if(t){let t={render:e,before:{deleted:!0},after:{deleted:!1}};this.act(`render`,[t])}else this.made.push(e),this.look()}),Wn(e=>{this.changed.push(e),this.look()}),Kn(e=>void this.act(e[0]?.after.deleted===!0?`delete`:`mark`,e)),window.addEventListener(`pagehide`,()=>this.settle());let t=sessionStorage.getItem(Nr);this.unsent=Br(sessionStorage,Pr)??[],t!==null&&await this.open(t).catch(()=>this.forget()),await this.flush()}get leftLast(){let e=localStorage.getItem(Nr);return e===this.session?.id?null:e}async open(e){let[t,n]=await Promise.all([tr(e),ir(e)]);this.unsent.length===0&&(this.unsent=Br(localStorage,`${Pr}.${e}`)??[]),this.take(t,n)}async goOn(e){await this.saved(),await this.open(e),this.head!==null&&await this.go(this.head)}take(e,t){this.session=e;let n=new Set(t.map(e=>e.id));this.nodes=[...t,...this.unsent.filter(e=>!n.has(e.id)).map(Vr)],this.head=this.unsent.at(-1)?.id??e.head,this.left.clear(),sessionStorage.setItem(Nr,e.id),localStorage.setItem(Nr,e.id),this.tell()}forget(){this.session=null,this.nodes=[],this.head=null,this.unsent=[],this.standing=zr(),sessionStorage.removeItem(Nr),sessionStorage.removeItem(Pr),this.tell()}look(){clearTimeout(this.timer),this.timer=setTimeout(()=>zn()?this.look():this.settle(),Fr)}settle(){clearTimeout(this.timer);let e=zr(),t=Er(e)!==Er(this.standing),n=this.made.length===0&&this.changed.length===0;if(this.moved<=this.settledAt&&n){this.standing=e;return}if(!t&&n||!t&&this.changed.length===0&&this.adopt())return;let r=this.changed.splice(0),i=r[0]?.kind??(t?Mr(this.headNode?.address??this.standing,e):`render`);this.add({kind:i,effects:r,renders:this.made.splice(0)})}adopt(){let e=this.headNode;if(!e||e.kind===`page`||e.effects.length>0)return!1;let t=[...new Set([...e.renders,...this.made.splice(0)])],{number:n,createdAt:r,...i}={...e,renders:t};return this.nodes=this.nodes.map(n=>n.id===e.id?{...n,renders:t}:n),this.queue([...this.unsent.filter(t=>t.id!==e.id),i]),this.flush(),!0}keepFor(e,t){t.length===0?localStorage.removeItem(`${Pr}.${e}`):localStorage.setItem(`${Pr}.${e}`,JSON.stringify(t))}queue(e){this.unsent=e,sessionStorage.setItem(Pr,JSON.stringify(e)),this.session&&this.keepFor(this.session.id,e),this.tell()}async act(e,t){this.catchUp(),this.add({kind:e,effects:t,renders:t.flatMap(e=>`render`in e?[e.render]:[])}),await this.flush()}add(e){let t=zr();this.headNode&&kr(this.headNode.address)===kr(this.standing)||this.push({kind:`page`,effects:[],renders:[]},this.standing),this.push(e,t),this.standing=t,this.settledAt=performance.now(),this.flush()}push(e,t){let n={id:Rr(),parent:this.head,label:``,address:t,...e};this.nodes=[...this.nodes,Vr(n)],this.head=n.id,this.queue([...this.unsent,n])}async flush(){this.sending??=this.send().finally(()=>{this.sending=null}),await this.sending}async send(){try{for(;this.unsent.length>0;){this.session??=await this.create();let[e]=this.unsent;if(!e)break;let t=await ar(this.session.id,e);this.queue(this.unsent.filter(t=>t!==e)),this.nodes=this.nodes.map(e=>e.id===t.id?t:e)}this.waiting=!1,this.tell()}catch(e){this.stumble(e)}}async create(){let e=await $n(``);return sessionStorage.setItem(Nr,e.id),localStorage.setItem(Nr,e.id),e}stumble(e){e instanceof Cn&&[404,409,422,429].includes(e.status)?this.forget():(this.waiting=!0,this.tell(),setTimeout(()=>void this.flush(),Ir))}get headNode(){return this.nodes.find(e=>e.id===this.head)??null}get before(){return this.headNode?.parent??null}get after(){return _r(this.nodes,this.head,this.left)?.id??null}catchUp(){this.dispatchEvent(new Event(`settling`)),this.settle()}async pin(){this.catchUp(),(this.head===null||this.headNode?.address!==zr())&&this.add({kind:`view`,effects:[],renders:[]}),await this.flush()}async label(e,t){if(await this.flush(),!this.session||this.unsent.length>0)return;let n=await or(this.session.id,e,t);this.nodes=this.nodes.map(t=>t.id===e?n:t),this.tell()}async undo(){return this.catchUp(),this.before!==null&&this.go(this.before)}async redo(){return this.catchUp(),this.after!==null&&this.go(this.after)}async go(e){if(this.catchUp(),await this.flush(),!this.session||this.unsent.length>0)return!1;let t=await sr(this.session.id,e);return this.arrive(t),!0}arrive(e){let t=new Map(this.nodes.map(e=>[e.id,e.parent]));for(let n of e.undone)this.left.set(t.get(n)??null,n);this.head=e.head,this.lost=e.lost,e.address!==null&&this.visit(Dr(e.address)),this.tell()}visit(e){let t=new URL(e,location.origin),n=new URLSearchParams(location.search).get(`lang`);n!==null&&t.searchParams.set(`lang`,n),history.pushState(null,``,t.pathname+t.search),window.dispatchEvent(new PopStateEvent(`popstate`)),this.standing=zr(),this.settledAt=performance.now()}async rename(e){if(!this.session)return;let t=nr(this.session.id,e);this.naming=t.catch(()=>null),this.session=await t,this.tell()}async saved(){this.catchUp(),await Promise.all([this.flush(),this.naming])}tell(){this.dispatchEvent(new Event(`change`))}},Hr=class extends y{static{this.styles=[T,h`
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
    `]}constructor(){super(),this.problem=null,this.retry=!1,new A(this)}render(){let{problem:e}=this;if(!e)return v;let t=e.code===`offline`;return g`<div class="box" role="alert" data-testid="notice">
      <p>
        ${t?D(`status.offline`):e.message||D(`common.error`)}
        <small>${t?D(`common.offlineHint`):e.hint}</small>
      </p>
      ${this.retry?g`<button @click=${()=>this.dispatchEvent(new Event(`retry`))}>${D(`common.retry`)}</button>`:v}
      <button
        class="bare icon"
        aria-label=${D(`common.close`)}
        @click=${()=>this.dispatchEvent(new Event(`dismiss`))}
      >
        ${w(`close`)}
      </button>
    </div>`}};j([x({attribute:!1})],Hr.prototype,`problem`,void 0),j([x({type:Boolean})],Hr.prototype,`retry`,void 0),Hr=j([b(`rashin-notice`)],Hr);var Ur=13,Wr=6,Gr=34,Kr={page:`page`,slider:`between`,words:`pen`,select:`brush`,knob:`spark`,render:`image`,delete:`trash`,mark:`star`,group:`layers`,journey:`between`,view:`search`,label:`pen`},qr=e=>e.length>Gr?`${e.slice(0,33)}…`:e,Jr=e=>e in At;function Yr(e){let t=`session.name.${e}`;return Jr(t)?D(t):e.replace(/^[dl]\./,``).replaceAll(`_`,` `)}function Xr(e){let t=kr(e),n=`nav.${t===`/`?`atlas`:t.slice(1)}`;return Jr(n)?D(n):t}function Zr(e){let t=Yr(e.name);return e.after===null?D(`session.away`,{name:t}):e.name===`s`?D(`session.chosen`,{n:k(e.after.split(`.`).length)}):/^[0-9a-f]{12,}$|^[[{~]|~/.test(e.after)?t:e.name===`prompt`||e.name===`q`||e.name===`e`?`“${qr(e.after)}”`:`${t} ${e.before===null||e.before.length>12?``:`${e.before} → `}${qr(e.after)}`}function Qr(e,t){if(e.label!==``)return e.label;let[n]=e.effects;if(n?.kind===`group`)return D(n.after===null?`session.groupGone`:`session.groupKept`,{name:n.group});if(n?.kind===`journey`)return D(`session.kind.journey`);if(e.kind===`view`)return D(`session.kind.view`);if(e.kind===`delete`||e.kind===`mark`)return D(`session.kind.${e.kind}`,{n:k(e.effects.length)});if(e.kind===`render`&&e.renders.length>1)return D(`session.kind.renders`,{n:k(e.renders.length)});let r=Ar(t?.address??null,e.address),[i,...a]=t!==null&&kr(t.address)!==kr(e.address)||t===null?[]:r;if(!i)return e.kind===`page`?Xr(e.address):D($r(e.kind));let o=a.length>0?` ${D(`session.more.changes`,{n:a.length})}`:``;return Zr(i)+o}var $r=e=>e in Kr?`session.kind.${e}`:`session.kind.knob`,ei=e=>10+Math.min(e,Wr)*Ur,ti=e=>ei(Math.max(0,...e.map(e=>e.lane)))+12;function ni(e,t,n){let r=ei(e.lane);return g`<svg class="graph" width=${n} height=${46} aria-hidden="true">
    ${e.passing.map(e=>_`<path d="M${ei(e)} 0V${46}" />`)} ${e.forks.map(e=>_`<path d="M${ei(e)} 0C${ei(e)} ${23} ${r} 0 ${r} ${23}" />`)}
    ${e.continued?_`<path d="M${r} 0V${23}" />`:v}
    ${e.node.parent===null?v:_`<path d="M${r} ${23}V${46}" />`}
    <circle cx=${r} cy=${23} r=${t?5.5:4} class=${t?`head`:e.trodden?`trodden`:``} />
  </svg>`}function ri(e){let{node:t}=e.row,n=n=>{let r=n.target.value.trim();e.name(!1),r!==t.label&&e.rename(r)};return g`<div class="row" data-node=${t.id}>
    ${ni(e.row,e.isHead,e.width)}
    <input
      class="naming"
      data-testid="act-label"
      aria-label=${D(`session.nameAct`)}
      placeholder=${Qr({...t,label:``},e.parent)}
      maxlength="300"
      .value=${t.label}
      @blur=${n}
      @keydown=${n=>{n.stopPropagation(),n.key===`Enter`&&n.target.blur(),n.key===`Escape`&&(n.target.value=t.label,e.name(!1))}}
    />
  </div>`}function ii(e){let{node:t,trodden:n}=e.row,r=Qr(t,e.parent),i=new Date(t.createdAt).toLocaleTimeString([],{hour:`2-digit`,minute:`2-digit`});return e.naming?ri(e):g`<div class="row ${n?`trodden`:`aside`}" data-node=${t.id}>
    ${ni(e.row,e.isHead,e.width)}
    <button
      class="bare act"
      data-testid="act"
      aria-current=${e.isHead?`step`:v}
      title=${e.isHead?D(`session.here`):D(`session.go`)}
      @click=${e.go}
    >
      ${e.picture?g`<img src=${e.picture} alt="" width="30" height="30" />`:w(Kr[t.kind]??`spark`)}
      <span class="words">${r}</span>
      <time datetime=${t.createdAt}>${i}</time>
    </button>
    <button class="bare icon" data-testid="name-act" aria-label=${`${D(`session.nameAct`)}: ${r}`} title=${D(`session.nameAct`)} @click=${()=>e.name(!0)}>
      ${w(`pen`)}
    </button>
    ${e.isHead?g`<span class="here"></span>`:g`<button class="bare icon" data-testid="compare-with" aria-label=${`${D(`session.compare`)}: ${r}`} title=${D(`session.compare`)} @click=${e.compare}>
          ${w(`compare`)}
        </button>`}
  </div>`}var ai=h`
  dialog {
    border: 1px solid var(--line);
    border-radius: var(--radius);
    background: var(--surface);
    color: var(--ink);
    box-shadow: var(--shadow);
    padding: 14px 16px 16px;
    width: min(460px, calc(100vw - 24px));
    max-height: calc(100dvh - 24px);
    overflow-y: auto;
    overscroll-behavior: contain;
  }
  dialog::backdrop {
    background: rgb(8 14 24 / 55%);
  }
  dialog > header {
    display: flex;
    align-items: center;
    gap: 6px;
    min-height: 40px;
    margin-bottom: 10px;
  }
  dialog > header h2 {
    flex: 1;
    min-width: 0;
    font-size: 1.06rem;
    color: var(--ink);
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .ways {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
    justify-content: flex-end;
    margin-top: 14px;
  }
  input[type="text"],
  input:not([type]),
  select {
    min-height: 40px;
    width: 100%;
    min-width: 0;
    padding: 0 12px;
    border: 1px solid var(--line);
    border-radius: var(--radius-small);
    background: var(--sunken);
  }
`,oi=class extends y{static{this.styles=[T,ai,h`
      .below {
        margin-top: 16px;
      }
      dialog {
        width: min(860px, calc(100vw - 24px));
      }
      .sides {
        display: grid;
        grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
        gap: 18px;
      }
      ol {
        margin: 6px 0 12px;
        padding-left: 20px;
        font-size: 0.9rem;
        max-height: 30vh;
        overflow-y: auto;
      }
      li {
        overflow-wrap: anywhere;
      }
      .pictures {
        display: grid;
        grid-template-columns: repeat(auto-fill, minmax(64px, 1fr));
        gap: 6px;
      }
      .pictures img {
        width: 100%;
        aspect-ratio: 1;
        object-fit: contain;
        border-radius: 8px;
        background: white;
      }
      table {
        width: 100%;
        border-collapse: collapse;
        font-size: 0.88rem;
        margin-top: 6px;
      }
      td,
      th {
        text-align: left;
        padding: 6px 8px;
        border-top: 1px solid var(--line);
        overflow-wrap: anywhere;
        vertical-align: top;
        font-weight: 400;
      }
      th {
        color: var(--soft);
        width: 24%;
      }
      @media (max-width: 560px) {
        .sides {
          grid-template-columns: minmax(0, 1fr);
        }
      }
    `]}constructor(){super(),this.found=null,this.pictures=new Map,this.ends=[`/`,`/`],new A(this)}async show(e){H.settle(),await H.flush();let{head:t}=H;if(!H.session||t===null)return;this.found=await cr(H.session.id,e,t);let n=e=>H.nodes.find(t=>t.id===e)?.address??`/`;this.ends=[n(e),n(t)],this.dialog.showModal(),await this.look([...this.found.one.renders,...this.found.two.renders])}async look(e){for(let t of new Set(e)){let e=await kn(t).catch(()=>null);e?.image&&(this.pictures=new Map(this.pictures).set(t,e.image.url))}}side(e,t){let n=e=>t.nodes[e-1]??H.nodes.find(n=>n.id===t.nodes[e]?.parent)??null,r=t.renders.slice(-24).flatMap(e=>this.pictures.get(e)??[]);return g`<section>
      <h3>${e}</h3>
      <ol>
        ${t.nodes.map((e,t)=>g`<li>${Qr(e,n(t))}</li>`)}
      </ol>
      ${r.length===0?g`<p class="quiet">${D(`branches.none`)}</p>`:g`<div class="pictures">${r.map(e=>g`<img src=${e} alt="" />`)}</div>`}
    </section>`}render(){let{found:e}=this,t=e&&H.nodes.find(t=>t.id===e.meeting),n=Ar(...this.ends);return g`<dialog aria-label=${D(`branches.title`)} data-testid="branches">
      <header>
        <h2>${D(`branches.title`)}</h2>
        <button class="bare icon" autofocus aria-label=${D(`common.close`)} @click=${()=>this.dialog.close()}>${w(`close`)}</button>
      </header>
      ${e?g`<p class="quiet">
              ${t?D(`branches.meet`,{what:Qr(t,H.nodes.find(e=>e.id===t.parent)??null)}):D(`branches.begin`)}
            </p>
            <div class="sides">
              ${this.side(D(`branches.there`),e.one)} ${this.side(D(`branches.here`),e.two)}
            </div>
            <h3 class="below">${n.length===0?D(`branches.same`):D(`branches.differ`)}</h3>
            <table>
              ${n.map(e=>g`<tr>
                  <th scope="row">${e.name}</th>
                  <td>${e.before??`–`}</td>
                  <td>${e.after??`–`}</td>
                </tr>`)}
            </table>`:v}
    </dialog>`}};j([S()],oi.prototype,`found`,void 0),j([S()],oi.prototype,`pictures`,void 0),j([S()],oi.prototype,`ends`,void 0),j([C(`dialog`)],oi.prototype,`dialog`,void 0),oi=j([b(`rashin-session-branches`)],oi);var si=class extends y{static{this.styles=[T,ai,h`
      p {
        margin: 0;
        overflow-wrap: anywhere;
      }
    `]}constructor(){super(),this.question=null,this.answer=null,new A(this)}async ask(e){return this.answer?.(!1),this.question=e,await this.updateComplete,this.dialog.open||this.dialog.showModal(),new Promise(e=>{this.answer=e})}say(e){let{answer:t}=this;this.answer=null,t?.(e),this.dialog.open&&this.dialog.close()}render(){let{question:e}=this;return g`<dialog
      role="alertdialog"
      data-testid="confirm"
      aria-label=${e?.title()??v}
      @close=${()=>this.say(!1)}
    >
      ${e?g`<header><h2>${e.title()}</h2></header>
            <p>${e.body()}</p>
            <div class="ways">
              <button autofocus @click=${()=>this.say(!1)}>${D(`common.cancel`)}</button>
              <button class="primary" data-testid="confirm-yes" @click=${()=>this.say(!0)}>${e.yes()}</button>
            </div>`:v}
    </dialog>`}};j([S()],si.prototype,`question`,void 0),j([C(`dialog`)],si.prototype,`dialog`,void 0),si=j([b(`rashin-confirm`)],si);var ci=class extends y{static{this.styles=[T,ai,h`
      .list {
        display: grid;
        gap: 8px;
      }
      .list > * {
        justify-content: flex-start;
      }
      h3 {
        margin: 18px 0 8px;
      }
      time {
        margin-left: auto;
        font-size: 0.8rem;
        font-weight: 400;
        color: var(--soft);
      }
      .title {
        min-width: 0;
        overflow: hidden;
        text-overflow: ellipsis;
        white-space: nowrap;
      }
      ul {
        margin: 6px 0;
        padding-left: 18px;
        font-size: 0.87rem;
        color: var(--soft);
        max-height: 20vh;
        overflow-y: auto;
      }
      input {
        display: none;
      }
    `]}constructor(){super(),this.earlier=[],this.busy=!1,this.taken=null,this.problem=null,new A(this)}show(){this.taken=null,this.problem=null,this.dialog.showModal(),this.attempt(async()=>{this.earlier=(await er()).filter(e=>e.id!==H.session?.id)})}async attempt(e){this.busy=!0;try{await e()}catch(e){this.problem=z(e)}this.busy=!1}async take(){let[e]=this.file.files??[];e&&(await this.attempt(async()=>{this.taken=await hr(e),await H.goOn(this.taken.session.id)}),this.file.value=``)}async export(e,t){e.preventDefault(),await this.attempt(async()=>{await H.saved(),location.assign(mr(t))})}async forget(){let e=H.session;e&&await this.confirming.ask({title:()=>D(`session.removeAsk`),body:()=>D(`session.removeBody`),yes:()=>D(`session.removeDo`)})&&await this.attempt(async()=>{await rr(e.id),H.forget(),this.dialog.close()})}render(){let e=H.session;return g`<dialog aria-label=${D(`session.title`)} data-testid="session-sheet" aria-busy=${this.busy}>
        <header>
          <h2>${D(`session.title`)}</h2>
          <button class="bare icon" autofocus aria-label=${D(`common.close`)} @click=${()=>this.dialog.close()}>${w(`close`)}</button>
        </header>
        ${this.problem?g`<rashin-notice .problem=${this.problem} @dismiss=${()=>this.problem=null}></rashin-notice>`:v}
        <div class="list">
          <button data-testid="session-new" @click=${()=>{H.forget(),this.dialog.close()}}>${w(`plus`)}${D(`session.new`)}</button>
          ${e?g`<a class="button" data-testid="session-export" href=${mr(e.id)} download @click=${t=>void this.export(t,e.id)}>${w(`down`)}${D(`session.export`)}</a>`:v}
          <button data-testid="session-import" ?disabled=${this.busy} @click=${()=>this.file.click()}>
            ${w(`top`)}${this.busy?D(`session.importing`):D(`session.import`)}
          </button>
          <input type="file" accept=".zip,application/zip" data-testid="session-file" @change=${()=>void this.take()} />
          ${e?g`<button data-testid="session-forget" @click=${()=>void this.forget()}>${w(`trash`)}${D(`session.remove`)}</button>`:v}
        </div>
        <div role="status">${this.taken?this.came(this.taken):v}</div>
        ${this.earlier.length===0?v:g`<h3>${D(`session.earlier`)}</h3>
              <div class="list">
                ${this.earlier.slice(0,20).map(e=>g`<button data-testid="session-earlier" @click=${()=>void this.attempt(async()=>{await H.goOn(e.id),this.dialog.close()})}>
                    <span class="title">${e.title||D(`session.untitled`)}</span>
                    <time datetime=${e.changedAt}>${new Date(e.changedAt).toLocaleString([],{dateStyle:`short`,timeStyle:`short`})}</time>
                  </button>`)}
              </div>`}
      </dialog>
      <rashin-confirm></rashin-confirm>`}came(e){return g`<p class="quiet">${D(`session.imported`,{n:k(e.renders)})}</p>
      ${e.leftOut.length===0?v:g`<p class="quiet">${D(`session.leftOut`,{n:k(e.leftOut.length)})}</p>
            <ul>
              ${e.leftOut.map(e=>g`<li>${e.what}: ${e.reason}</li>`)}
            </ul>`}`}};j([S()],ci.prototype,`earlier`,void 0),j([S()],ci.prototype,`busy`,void 0),j([S()],ci.prototype,`taken`,void 0),j([S()],ci.prototype,`problem`,void 0),j([C(`dialog`)],ci.prototype,`dialog`,void 0),j([C(`rashin-confirm`)],ci.prototype,`confirming`,void 0),j([C(`input`)],ci.prototype,`file`,void 0),ci=j([b(`rashin-session-drawer`)],ci);var li=h`
  :host {
    display: flex;
    flex-direction: column;
    min-height: 0;
    background: var(--surface);
    border-left: 1px solid var(--line);
  }
  header {
    display: flex;
    align-items: center;
    gap: 4px;
    padding: 8px 8px 6px 14px;
  }
  header input {
    flex: 1;
    min-width: 0;
    min-height: 40px;
    border: 1px solid transparent;
    border-radius: var(--radius-small);
    background: none;
    font-weight: 600;
    padding: 0 8px;
    margin-left: -8px;
    text-overflow: ellipsis;
  }
  header input:hover,
  header input:focus {
    border-color: var(--line);
    background: var(--sunken);
  }
  .ways {
    display: flex;
    gap: 6px;
    padding: 0 12px 10px;
    border-bottom: 1px solid var(--line);
  }
  .ways button {
    flex: 1;
    padding: 0 8px;
  }
  .ways button.icon {
    flex: none;
  }
  .note {
    margin: 0;
    padding: 8px 14px;
    font-size: 0.87rem;
    color: var(--soft);
    background: var(--sunken);
    border-bottom: 1px solid var(--line);
  }
  .note.warn {
    color: var(--warn);
  }
  .empty {
    padding: 26px 20px;
    text-align: center;
    color: var(--soft);
    text-wrap: balance;
  }
  .tree {
    flex: 1;
    min-height: 0;
    overflow-y: auto;
    overscroll-behavior: contain;
    position: relative;
  }
  .all {
    position: relative;
  }
  .row {
    position: absolute;
    left: 0;
    right: 0;
    height: 46px;
    display: flex;
    align-items: center;
    padding-right: 6px;
  }
  .row:hover {
    background: var(--sunken);
  }
  .graph {
    flex: none;
    margin-left: 4px;
    fill: none;
    stroke: var(--faint);
    stroke-width: 1.6;
  }
  .graph circle {
    fill: var(--surface);
    stroke: var(--faint);
  }
  .graph circle.trodden {
    fill: var(--soft);
    stroke: var(--soft);
  }
  .graph circle.head {
    fill: var(--accent);
    stroke: var(--accent);
  }
  .act {
    flex: 1;
    min-width: 0;
    justify-content: flex-start;
    gap: 9px;
    padding: 0 6px;
    font-weight: 500;
    text-align: left;
  }
  .act[aria-current] {
    font-weight: 650;
  }
  .aside .act {
    color: var(--soft);
  }
  .words {
    flex: 1;
    min-width: 0;
    display: -webkit-box;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 2;
    overflow: hidden;
    overflow-wrap: anywhere;
    line-height: 1.25;
  }
  .naming {
    flex: 1;
    min-width: 0;
    min-height: 40px;
    margin-left: 6px;
    padding: 0 8px;
    border: 1px solid var(--line);
    border-radius: var(--radius-small);
    background: var(--sunken);
  }
  .act img {
    border-radius: 6px;
    background: white;
    flex: none;
  }
  .act svg.i {
    width: 16px;
    height: 16px;
    margin: 0 7px;
    color: var(--faint);
  }
  time {
    font-size: 0.76rem;
    font-weight: 400;
    color: var(--faint);
    font-variant-numeric: tabular-nums;
  }
  .here:empty {
    display: none;
  }
  .row > button.icon {
    color: var(--faint);
  }
  @media (hover: hover) {
    .row > button.icon {
      position: absolute;
      right: 46px;
      opacity: 0;
      background: var(--sunken);
    }
    .row > button.icon:last-child {
      right: 6px;
    }
    .row:hover > button.icon,
    .row:focus-within > button.icon {
      opacity: 1;
    }
  }
`,ui=class extends y{static{this.styles=[T,ai,h`
      .below {
        margin-top: 16px;
      }
      p {
        margin: 0 0 12px;
      }
      fieldset {
        border: 0;
        padding: 0;
        margin: 0 0 14px;
        display: grid;
        gap: 8px;
      }
      label {
        display: grid;
        grid-template-columns: auto 1fr;
        gap: 2px 10px;
        align-items: center;
        padding: 10px 12px;
        border: 1px solid var(--line);
        border-radius: var(--radius-small);
        cursor: pointer;
      }
      label:has(:checked) {
        border-color: var(--accent);
        background: var(--accent-wash);
      }
      label small {
        grid-column: 2;
        color: var(--soft);
      }
      input[type="radio"] {
        accent-color: var(--accent);
        min-height: 0;
        width: 18px;
        height: 18px;
        margin: 0;
      }
      ul {
        list-style: none;
        padding: 0;
        margin: 8px 0 0;
      }
      li {
        display: flex;
        align-items: center;
        gap: 6px;
      }
      code {
        flex: 1;
        min-width: 0;
        overflow: hidden;
        text-overflow: ellipsis;
        white-space: nowrap;
        font-size: 0.83rem;
        color: var(--soft);
      }
    `]}constructor(){super(),this.forkable=!1,this.given=[],this.copied=null,this.problem=null,new A(this)}show(){this.problem=null,this.copied=null,this.dialog.showModal(),this.attempt(()=>this.reread())}async attempt(e){try{await e()}catch(e){this.problem=z(e)}}async reread(){await H.flush(),this.given=H.session?await ur(H.session.id):[]}async make(){if(await H.pin(),!H.session||H.head===null)return;let e=await lr(H.session.id,H.head,this.forkable);await this.copy(e),await this.reread()}async copy(e){await navigator.clipboard?.writeText(location.origin+e.url).catch(()=>void 0),this.copied=e.id}choice(e,t,n){return g`<label>
      <input
        type="radio"
        name="kind"
        data-testid=${e?`share-fork`:`share-look`}
        .checked=${this.forkable===e}
        @change=${()=>this.forkable=e}
      />
      <span>${t}</span><small>${n}</small>
    </label>`}render(){return g`<dialog aria-label=${D(`share.title`)} data-testid="share-sheet">
      <header>
        <h2>${D(`share.title`)}</h2>
        <button class="bare icon" aria-label=${D(`common.close`)} @click=${()=>this.dialog.close()}>${w(`close`)}</button>
      </header>
      <p class="quiet">${D(`share.body`)}</p>
      <fieldset>
        ${this.choice(!1,D(`share.look`),D(`share.lookHelp`))} ${this.choice(!0,D(`share.fork`),D(`share.forkHelp`))}
      </fieldset>
      ${this.problem?g`<rashin-notice .problem=${this.problem} @dismiss=${()=>this.problem=null}></rashin-notice>`:v}
      <button class="primary" autofocus data-testid="share-make" @click=${()=>void this.attempt(()=>this.make())}>
        ${w(`copy`)}${D(`share.make`)}
      </button>
      <span class="quiet" role="status" data-testid="share-status">${this.copied===null?``:D(`share.copied`)}</span>
      ${this.given.length===0?v:g`<h3 class="below">${D(`share.given`)}</h3>
            <ul>
              ${this.given.map(e=>g`<li>
                  ${w(e.forkable?`swap`:`search`)}
                  <code data-testid="share-link">${location.origin}${e.url}</code>
                  <button class="bare icon" aria-label=${D(`session.share`)} @click=${()=>void this.copy(e)}>${w(`copy`)}</button>
                  <button class="bare" @click=${()=>void this.attempt(async()=>{await dr(e.id),await this.reread()})}>${D(`share.back`)}</button>
                </li>`)}
            </ul>`}
    </dialog>`}};j([S()],ui.prototype,`forkable`,void 0),j([S()],ui.prototype,`given`,void 0),j([S()],ui.prototype,`copied`,void 0),j([S()],ui.prototype,`problem`,void 0),j([C(`dialog`)],ui.prototype,`dialog`,void 0),ui=j([b(`rashin-session-share`)],ui);var di=8,fi=class extends y{static{this.styles=[T,li]}constructor(){super(),this.rows=[],this.first=0,this.shown=40,this.naming=null,this.problem=null,this.pictures=new Map,this.byId=new Map,this.changed=()=>this.reread(),new A(this)}connectedCallback(){super.connectedCallback(),H.addEventListener(`change`,this.changed),this.reread()}disconnectedCallback(){super.disconnectedCallback(),H.removeEventListener(`change`,this.changed)}reread(){this.rows=[...vr(H.nodes,H.head)].reverse(),this.byId=new Map(H.nodes.map(e=>[e.id,e])),this.requestUpdate()}updated(e){e.has(`naming`)&&this.renderRoot.querySelector(`input.naming`)?.select();for(let e of this.inView){let[t]=e.node.renders;t!==void 0&&!this.pictures.has(t)&&this.look(t)}}get inView(){return this.rows.slice(this.first,this.first+this.shown)}async look(e){this.pictures=new Map(this.pictures).set(e,null);let t=await kn(e).catch(()=>null);t?.image&&(this.pictures=new Map(this.pictures).set(e,t.image.url))}scrolled(){let{scrollTop:e,clientHeight:t}=this.tree;this.first=Math.max(0,Math.floor(e/46)-di),this.shown=Math.ceil(t/46)+16}async attempt(e){this.problem=null;try{await e()}catch(e){this.problem=z(e)}}walk(e){let t=e.composedPath()[0].closest(`[data-node]`);e.key===`F2`&&t&&(e.preventDefault(),this.naming=t.dataset.node??null);let n=[...this.renderRoot.querySelectorAll(`.act`)],r=n.indexOf(e.composedPath()[0]),i=e.key===`Home`?0:e.key===`End`?n.length-1:r+({ArrowDown:1,ArrowUp:-1}[e.key]??0);r<0||i===r||!n[i]||(e.preventDefault(),n[i].focus(),n[i].scrollIntoView({block:`nearest`}))}render(){return g`<header>
        <input
          data-testid="session-name"
          aria-label=${D(`session.name`)}
          placeholder=${D(`session.untitled`)}
          maxlength="200"
          .value=${H.session?.title??``}
          ?disabled=${H.session===null}
          @change=${e=>void this.attempt(()=>H.rename(e.target.value.trim()))}
        />
        <button class="bare icon" data-testid="session-more" aria-label=${D(`session.more`)} @click=${()=>this.drawer.show()}>
          ${w(`more`)}
        </button>
        <button class="bare icon" aria-label=${D(`common.close`)} @click=${()=>this.dispatchEvent(new Event(`close`))}>
          ${w(`close`)}
        </button>
      </header>
      <div class="ways">
        <button data-testid="session-undo" ?disabled=${H.before===null} @click=${()=>void this.attempt(()=>H.undo())}>
          ${w(`undo`)}${D(`session.undo`)}
        </button>
        <button class="icon" data-testid="session-redo" aria-label=${D(`session.redo`)} title=${D(`session.redo`)} ?disabled=${H.after===null} @click=${()=>void this.attempt(()=>H.redo())}>
          ${w(`redo`)}
        </button>
        <button data-testid="session-share" @click=${()=>this.sharing.show()}>
          ${w(`up`)}${D(`session.share`)}
        </button>
      </div>
      ${H.waiting?g`<p class="note warn" role="status">${D(`session.waiting`)}</p>`:v}
      ${H.lost.length>0?g`<p class="note warn" role="status">${D(`session.lost`,{n:k(H.lost.length)})}</p>`:v}
      ${this.problem?g`<rashin-notice .problem=${this.problem} @dismiss=${()=>this.problem=null}></rashin-notice>`:v}
      ${this.rows.length===0?this.none():this.drawn()}
      <rashin-session-share></rashin-session-share>
      <rashin-session-branches></rashin-session-branches>
      <rashin-session-drawer></rashin-session-drawer>`}none(){let e=H.leftLast;return g`<div class="empty">
      <p>${D(`session.empty`)}</p>
      ${e===null?v:g`<button data-testid="session-continue" @click=${()=>void this.attempt(()=>H.goOn(e))}>
            ${w(`clock`)}${D(`session.continue`)}
          </button>`}
    </div>`}drawn(){let e=ti(this.rows);return g`<div
      class="tree"
      role="group"
      aria-label=${D(`session.acts`,{n:k(this.rows.length)})}
      @scroll=${()=>this.scrolled()}
      @keydown=${e=>this.walk(e)}
    >
      <div class="all" .style=${`height:${this.rows.length*46}px`}>
        ${$t(this.inView,e=>e.node.id,(t,n)=>g`<div .style=${`position:absolute;left:0;right:0;top:${(this.first+n)*46}px;height:46px`}>
            ${ii({row:t,width:e,parent:t.node.parent===null?null:this.byId.get(t.node.parent)??null,isHead:t.node.id===H.head,picture:this.pictures.get(t.node.renders[0]??``)??null,go:()=>void this.attempt(()=>H.go(t.node.id)),rename:e=>void this.attempt(()=>H.label(t.node.id,e)),naming:this.naming===t.node.id,name:e=>this.naming=e?t.node.id:null,compare:()=>void this.attempt(()=>this.branches.show(t.node.id))})}
          </div>`)}
      </div>
    </div>`}};j([S()],fi.prototype,`rows`,void 0),j([S()],fi.prototype,`first`,void 0),j([S()],fi.prototype,`shown`,void 0),j([S()],fi.prototype,`naming`,void 0),j([S()],fi.prototype,`problem`,void 0),j([S()],fi.prototype,`pictures`,void 0),j([C(`.tree`)],fi.prototype,`tree`,void 0),j([C(`rashin-session-share`)],fi.prototype,`sharing`,void 0),j([C(`rashin-session-branches`)],fi.prototype,`branches`,void 0),j([C(`rashin-session-drawer`)],fi.prototype,`drawer`,void 0),fi=j([b(`rashin-session-panel`)],fi);var pi=new EventTarget,mi=null,hi=()=>mi;function gi(e){mi=e,pi.dispatchEvent(new Event(`change`))}function _i(e){return pi.addEventListener(`change`,e),()=>pi.removeEventListener(`change`,e)}var vi=class extends y{static{this.styles=[T,h`
      .bar {
        display: flex;
        align-items: center;
        flex-wrap: wrap;
        gap: 4px 12px;
        padding: 4px 8px 4px 16px;
        background: var(--accent-wash);
        border-bottom: 1px solid var(--line);
        font-size: 0.9rem;
      }
      p {
        margin: 0;
        flex: 1 1 220px;
        overflow-wrap: anywhere;
      }
      small {
        color: var(--soft);
        margin-left: 6px;
        font-size: 0.87rem;
      }
    `]}constructor(){super(),this.problem=null,new A(this)}connectedCallback(){super.connectedCallback(),this.stop=_i(()=>this.requestUpdate())}disconnectedCallback(){super.disconnectedCallback(),this.stop?.()}async goOn(e){try{let t=await pr(e);await H.goOn(t.id),gi(null)}catch(e){this.problem=z(e)}}render(){let e=hi();return e?g`<div class="bar" role="status" data-testid="shared-bar">
      <p>${D(`link.bar`,{title:e.session.title||D(`session.untitled`)})}<small>${D(`link.look`)}</small></p>
      ${e.link.forkable?g`<button data-testid="shared-fork" @click=${()=>void this.goOn(e.link.id)}>${w(`swap`)}${D(`link.fork`)}</button>`:v}
      <button class="bare icon" aria-label=${D(`link.close`)} @click=${()=>gi(null)}>${w(`close`)}</button>
      ${this.problem?g`<rashin-notice .problem=${this.problem} @dismiss=${()=>this.problem=null}></rashin-notice>`:v}
    </div>`:v}};j([S()],vi.prototype,`problem`,void 0),vi=j([b(`rashin-shared-bar`)],vi);function yi(e,t){let n=I(e);return{min:F(n.min,t.min),max:F(n.max,t.max),default:F(n.default,t.default)}}function bi(e){let t=M(e,`a direction`),n=P(t.id);return{id:n,title:L(t.title,n),step:F(t.step,.05),...yi(t,{min:-2,max:2,default:0})}}function xi(e){let t=M(e,`a LoRA`),n=P(t.id);return{id:n,title:L(t.title,n),range:yi(t.range,{min:-2,max:2,default:1})}}function Si(e){let t=I(e),n=N(t.choices).map(e=>F(e,1)),r=n[0]??1;return{choices:n,...yi(t,{min:n.length>0?Math.min(...n):1,max:n.length>0?Math.max(...n):1,default:r})}}function Ci(e){let t=I(e),n=I(t.sizes),r=F(t.width,64);return{width:r,height:F(t.height,r),sizes:typeof n.max==`number`?{min:F(n.min,64),max:n.max,multiple:Math.max(1,F(n.multiple,8))}:null}}function wi(e){return N(I(e).notes).map(e=>L(e)).filter(e=>e.en!==``)}function Ti(e){let t=M(e,`a model card`),n=P(t.id);return{id:n,family:P(t.family),title:L(t.title,n),summary:L(t.summary),usesWords:t.uses_words!==!1,steps:Si(t.steps),guidance:yi(t.guidance_scale,{min:1,max:1,default:1}),samplers:N(t.samplers).map(e=>typeof e==`string`?e:P(I(e).id)),size:Ci(t.image),styles:N(t.styles).map(e=>typeof e==`string`?e:P(I(e).id)),directions:N(t.directions).map(bi),loras:N(t.loras).map(xi),inversions:N(t.inversions).map(e=>{let t=P(I(e).id,P(e));return{id:t,title:L(I(e).title,t)}}),negativePrompt:t.negative_prompt===!0,imageToImage:t.image_to_image===!0,promptWeighting:t.prompt_weighting===!0,resident:t.resident!==!1,notes:wi(t.placement)}}var Ei=e=>N(M(e,`the catalogue`).models).map(Ti).sort((e,t)=>Number(t.usesWords)-Number(e.usesWords)),Di=[`cold`,`loading`,`ready`,`failed`];function Oi(e){let t=M(e,`a model's state`),n=I(t.error);return{id:P(t.id),state:Di.find(e=>e===t.state)??`cold`,error:typeof t.error==`string`?t.error:P(n.detail)||null,bytes_needed:typeof t.bytes_needed==`number`?t.bytes_needed:null}}function ki(e){let t=M(e,`the list of models`),n=I(t.memory).free_bytes;return{models:N(t.items).map(Oi),free_bytes:typeof n==`number`?n:null}}var Ai=async()=>on(await V(`/health`)),ji=async()=>Ei(await V(`/catalogue`)),Mi=async()=>ki(await V(`/models`)),Ni=async e=>{await V(`/models/${e}/load`,{method:`POST`,body:{}})};async function Pi(e){let t=new URLSearchParams;for(let[n,r]of Object.entries(e))t.set(n,String(r));return R(await V(`/renders?${t}`),ln)}var Fi=(e,t={})=>Bn(()=>Ii(e,t),e=>e.state===`done`?e.id:null);async function Ii(e,t){let{view:n,wait_s:r=20,signal:i}=t,a=i?{signal:i}:{},o=ln(await V(`/renders`,{method:`POST`,body:{recipe:e,lane:`interactive`,...n===void 0?{}:{view:n}},headers:{Prefer:`wait=${r}`},...a}));for(;o.state===`queued`||o.state===`running`;)await new Promise(e=>setTimeout(e,400)),o=ln(await V(`/renders/${o.id}`,a));return o}var Li=500;async function Ri(e,t,n){let r=dn(await V(`/recipes/${e}/verify`,{method:`POST`,body:{},signal:n})),i=()=>void V(`/jobs/${r.id}`,{method:`DELETE`}).catch(()=>void 0);for(n.addEventListener(`abort`,i,{once:!0});r.state===`queued`||r.state===`running`;)await new Promise(e=>setTimeout(e,Li)),r=dn(await V(`/jobs/${r.id}`,{signal:n})),t(r.progress);if(n.removeEventListener(`abort`,i),r.state!==`done`)throw Error(r.error??r.state);return pn(r.result)}var zi=async e=>ln(await V(`/renders/${e}`)),Bi=async e=>{await V(`/renders/${e}`,{method:`DELETE`})},Vi=async(e,t)=>{await V(`/renders/${e}`,{method:`PATCH`,body:{starred:t}}),Hn([{render:e,before:{starred:!t},after:{starred:t}}])};async function Hi(e){let t=new FormData;return t.set(`file`,e),mn(await V(`/images`,{method:`POST`,body:t}))}var Ui=async()=>R(await V(`/maps`),hn).items,Wi=async e=>hn(await V(`/maps/${e}`)),Gi=e=>Dn(`/maps/${e}/points`),Ki=async(e,t)=>new Uint8Array(await Dn(`/maps/${e}/columns/${t}`)),qi=async e=>gn(await V(`/maps/${e}/labels`)),Ji=async e=>R(await V(`/maps/${e}/additions`),bn).items,Yi=async(e,t,n)=>yn(await V(`/maps/${e}/points/${t}`,n?{signal:n}:{})),Xi=(e,t,n)=>`${B}/maps/${e}/atlas/${t}/${n}.webp`,Zi=(e,t,n)=>Bn(async()=>xn(await V(`/maps/${e}/decode`,{method:`POST`,body:t,signal:n})),e=>e.render.id,!0),Qi=new EventTarget,$i=`starting`,ea,ta=()=>$i;function na(e){let t=()=>e($i);return Qi.addEventListener(`change`,t),()=>Qi.removeEventListener(`change`,t)}async function ra(){clearTimeout(ea);let e=`offline`;try{e=(await Ai()).worker.state}catch{}e!==$i&&($i=e,Qi.dispatchEvent(new Event(`change`))),ea=setTimeout(()=>void ra(),$i===`ready`?15e3:1e3)}var ia=()=>void ra();document.addEventListener(`visibilitychange`,()=>{document.hidden||ia()});var aa=class extends y{static{this.styles=[T,h`
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
      @media (max-width: 1180px) {
        .words {
          position: absolute;
          width: 1px;
          height: 1px;
          overflow: hidden;
          clip-path: inset(50%);
        }
      }
    `]}constructor(){super(),this.worker=ta(),new A(this)}connectedCallback(){super.connectedCallback(),this.stop=na(e=>{this.worker=e}),ia()}disconnectedCallback(){super.disconnectedCallback(),this.stop?.()}render(){let e=D(`status.${this.worker}`);return g`<span class="chip ${this.worker}" role="status" data-testid="status" data-state=${this.worker} title=${e}>
      <i></i><span class="words">${e}</span>
    </span>`}};j([S()],aa.prototype,`worker`,void 0),aa=j([b(`rashin-status`)],aa);var oa=h`
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
  .sheet {
    position: absolute;
    inset: 0;
  }
  .sheet.coming {
    visibility: hidden;
  }
  .sheet.drawing {
    cursor: cell;
  }
  .map.halved {
    right: 50%;
  }
  .map.second {
    left: 50%;
    border-left: 1px solid var(--line);
  }
  .map:focus-visible {
    outline: 2px solid color-mix(in srgb, var(--accent) 45%, transparent);
  }
  .sheet.over {
    cursor: pointer;
  }
  .sheet.moving {
    cursor: grabbing;
  }
  .sheet > * {
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
    pointer-events: auto;
    cursor: pointer;
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
  .region:hover {
    text-decoration: underline;
    text-decoration-thickness: 1.5px;
    text-underline-offset: 3px;
  }
  .drawing .region {
    pointer-events: none;
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
  rashin-map-tools {
    position: absolute;
    left: calc(100% + 10px);
    top: 0;
    z-index: 7;
  }
  .dropping {
    position: absolute;
    inset: 10px;
    z-index: 9;
    display: grid;
    place-content: center;
    border: 2.5px dashed var(--accent);
    border-radius: 18px;
    background: color-mix(in srgb, var(--paper) 78%, transparent);
    font-weight: 600;
    pointer-events: none;
  }
  .side.behind {
    right: 346px;
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
  .about {
    position: absolute;
    left: 14px;
    bottom: 8px;
    z-index: 5;
  }
  .about:focus-within {
    z-index: 7;
  }
  .note-place {
    position: absolute;
    left: 50%;
    bottom: 18px;
    transform: translateX(-50%);
    z-index: 6;
    display: flex;
    flex-direction: column;
    align-items: center;
    gap: 8px;
    width: max-content;
    max-width: calc(100% - 28px);
    pointer-events: none;
  }
  .note-place.shifted {
    left: calc(50% - 168px);
    max-width: calc(100% - 420px);
  }
  .note-place > * {
    pointer-events: auto;
    max-width: 100%;
  }
  .hint {
    margin: 0;
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
  @media (max-width: 1700px) {
    .side.behind {
      display: none;
    }
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
    .left {
      /* Its menus open over everything that stands below. */
      z-index: 8;
    }
    rashin-map-search {
      z-index: 2;
    }
    rashin-map-tools {
      position: static;
      max-width: 100%;
    }
    .map.halved {
      right: 0;
      bottom: 50%;
    }
    .map.second {
      left: 0;
      top: 50%;
      border-left: 0;
      border-top: 1px solid var(--line);
    }
    .side.behind {
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
    .about {
      left: 10px;
      bottom: 6px;
      max-width: calc(100% - 80px);
    }
    .hint {
      white-space: normal;
      font-size: 0.86rem;
      align-self: flex-start;
      max-width: calc(100% - 66px) !important;
      margin-bottom: 46px;
    }
    .note-place {
      bottom: 12px;
      width: calc(100% - 20px);
      max-width: none;
      left: 50%;
    }
    .note-place.shifted {
      left: 50%;
      max-width: none;
      bottom: calc(56% + 8px);
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
    .side.behind {
      right: 422px;
    }
  }
`,sa=class{constructor(e,t){this.host=e,this.take=t,this.over=!1,this.events=new AbortController,e.addController(this)}hostConnected(){this.events=new AbortController;let{signal:e}=this.events;window.addEventListener(`dragover`,e=>{e.dataTransfer?.types.includes(`Files`)&&(e.preventDefault(),this.hovering(!0))},{signal:e}),window.addEventListener(`dragleave`,e=>{e.relatedTarget===null&&this.hovering(!1)},{signal:e}),window.addEventListener(`drop`,e=>{this.hovering(!1);let t=[...e.dataTransfer?.files??[]];t.length!==0&&(e.preventDefault(),this.take(t))},{signal:e}),window.addEventListener(`paste`,e=>{let t=[...e.clipboardData?.files??[]];t.length>0&&this.take(t)},{signal:e})}hostDisconnected(){this.events.abort()}hovering(e){this.over!==e&&(this.over=e,this.host.requestUpdate())}},ca=class extends y{static{this.styles=[T,h`
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
    `]}constructor(){super(),new A(this)}open(){this.dialog.open||this.dialog.showModal()}render(){let e=(...e)=>e.map(e=>g`<kbd>${e}</kbd> `);return g`<dialog data-testid="help" aria-label=${D(`help.title`)}>
      <header>
        <h2>${D(`help.title`)}</h2>
        <button class="bare icon" aria-label=${D(`common.close`)} @click=${()=>this.dialog.close()}>
          ${w(`close`)}
        </button>
      </header>
      <dl>
        <dt>${e(`←`,`→`,`↑`,`↓`)}</dt>
        <dd>${D(`help.arrows`)}</dd>
        <dt>${e(`Enter`)}</dt>
        <dd>${D(`help.enter`)}</dd>
        <dt>${e(`/`)}</dt>
        <dd>${D(`help.slash`)}</dd>
        <dt>${e(`+`,`−`,`0`)}</dt>
        <dd>${D(`help.zoom`)}</dd>
        <dt>${e(`V`,`L`,`B`,`R`,`P`)}</dt>
        <dd>${D(`map.help.tools`)}</dd>
        <dt>${e(`Space`)}</dt>
        <dd>${D(`map.help.space`)}</dd>
        <dt>${e(`I`)}</dt>
        <dd>${D(`map.help.list`)}</dd>
        <dt>${e(`N`)}</dt>
        <dd>${D(`region.help`)}</dd>
        <dt>${e(D(`help.shift`))}</dt>
        <dd>${D(`help.shiftDoes`)}</dd>
        <dt>${e(`Esc`)}</dt>
        <dd>${D(`help.esc`)}</dd>
        <dt>${e(`Ctrl Z`,`Ctrl ⇧ Z`)}</dt>
        <dd>${D(`help.undo`)}</dd>
        <dt>${e(`?`)}</dt>
        <dd>${D(`help.help`)}</dd>
      </dl>
    </dialog>`}};j([C(`dialog`)],ca.prototype,`dialog`,void 0),ca=j([b(`rashin-help`)],ca);var la=class extends y{static{this.styles=T}constructor(){super(),this.card=null,this.regions=[],this.joined=``,new A(this)}render(){let{card:e,regions:t}=this;return g`<div class="off">
      <p aria-live="polite">${e?[O(e.title),t[0]].filter(Boolean).join(`. `):``}</p>
      <p aria-live="polite" data-testid="joined">${this.joined===``?``:D(`news.joined`,{title:this.joined})}</p>
      <section aria-label=${D(`atlas.regions`)}>
        <ul>${t.map(e=>g`<li>${e}</li>`)}</ul>
      </section>
    </div>`}};j([x({attribute:!1})],la.prototype,`card`,void 0),j([x({attribute:!1})],la.prototype,`regions`,void 0),j([x()],la.prototype,`joined`,void 0),la=j([b(`rashin-map-words`)],la);var ua=class extends Error{};function da(e,t,n){let r=e.createProgram();for(let[i,a]of[[e.VERTEX_SHADER,t],[e.FRAGMENT_SHADER,n]]){let t=e.createShader(i);if(!t)throw new ua(`the graphics context is lost`);if(e.shaderSource(t,`#version 300 es\nprecision highp float;\n${a}`),e.compileShader(t),!e.getShaderParameter(t,e.COMPILE_STATUS)&&!e.isContextLost())throw new ua(e.getShaderInfoLog(t)??`a shader does not compile`);e.attachShader(r,t)}if(e.linkProgram(r),!e.getProgramParameter(r,e.LINK_STATUS)&&!e.isContextLost())throw new ua(e.getProgramInfoLog(r)??`a shader program does not link`);return r}function fa(e,t,n){let r=e.createBuffer();return e.bindBuffer(e.ARRAY_BUFFER,r),e.bufferData(e.ARRAY_BUFFER,t,n),r}function pa(e,t,n,r){e.enableVertexAttribArray(t),e.vertexAttribPointer(t,1,n,r,0,0)}function ma(e){let t=Number.parseInt(e.replace(`#`,``).slice(0,6),16);return Number.isNaN(t)?[136,136,136]:[t>>16&255,t>>8&255,t&255]}function ha(e){let t=new URLSearchParams(location.search).get(`lang`),n=[e,t===null?``:`lang=${t}`].filter(e=>e!==``),r=n.length>0?`${location.pathname}?${n.join(`&`)}`:location.pathname;r!==location.pathname+location.search&&history.replaceState(history.state,``,r)}var ga=(e,t=4)=>String(Number(e.toFixed(t)));function _a(e,t){let n=e.get(t);if(n===null||n.trim()===``)return null;let r=Number(n);return Number.isFinite(r)?r:null}function va(e){let t=0;return[...e].sort((e,t)=>e-t).map(e=>{let n=(e-t).toString(36);return t=e,n}).join(`.`)}function ya(e,t=300){if(!/^[0-9a-z]+(\.[0-9a-z]+)*$/.test(e))return[];let n=0;return e.split(`.`).slice(0,t).map(e=>(n+=Number.parseInt(e,36),n)).filter(Number.isSafeInteger)}function ba(e){let t=new URLSearchParams(e),[n,r,i]=[_a(t,`x`),_a(t,`y`),_a(t,`z`)],a=_a(t,`n`);return{map:t.get(`map`),camera:n!==null&&r!==null&&i!==null?{x:n,y:r,zoom:i}:null,colour:t.get(`colour`),along:(t.get(`along`)??``).slice(0,2e4),order:[`up`,`down`].find(e=>e===t.get(`order`))??null,point:a!==null&&Number.isInteger(a)&&a>=0?a:null,words:t.get(`q`)??``,group:t.get(`group`),chosen:ya(t.get(`s`)??``),set:t.get(`set`),filters:t.getAll(`f`),beside:t.get(`beside`),layers:(t.get(`layers`)??``).split(`.`).filter(e=>e!==``)}}function xa(e){let t=new URLSearchParams;e.map&&t.set(`map`,e.map),e.camera&&(t.set(`x`,ga(e.camera.x)),t.set(`y`,ga(e.camera.y)),t.set(`z`,ga(e.camera.zoom,2))),e.colour&&t.set(`colour`,e.colour),e.along&&t.set(`along`,e.along),e.order&&t.set(`order`,e.order),e.point!==null&&e.point!==void 0&&t.set(`n`,String(e.point)),e.words&&t.set(`q`,e.words),e.group?t.set(`group`,e.group):e.chosen&&e.chosen.length>0&&e.chosen.length<=300?t.set(`s`,va(e.chosen)):e.set&&t.set(`set`,e.set);for(let n of e.filters??[])t.append(`f`,n);return e.beside&&t.set(`beside`,e.beside),e.layers&&e.layers.length>0&&t.set(`layers`,e.layers.join(`.`)),t.toString()}var Sa=2e3,Ca=null;async function wa(e){for(;Ca===null;)try{Ca=await ji()}catch{if(e.aborted)return[];await new Promise(e=>setTimeout(e,Sa))}return Ca}function Ta(){Ca=null}function Ea(e){let{desk:t}=e,n=t?.chart.view;return{walk:e=>t?.standing.walk(e),search:()=>e.search.focus(),help:()=>e.showHelp(),zoom:e=>n?.zoomBy(e),home:()=>n?.goHome(),back:()=>Da(e),open:()=>{n?.drafts.busy?n.drafts.close():e.renderRoot.querySelector(`rashin-map-card`)?.enter()},use:t=>e.use(t),list:()=>t?.listing.toggle(),name:()=>void t?.naming.middle(e.regions),toggle:()=>void t?.standing.walked.then(()=>{let e=t.standing.selected;e!==null&&t.choosing.toggle(e)})}}function Da(e){if(!e.desk)return;let{chart:t,choosing:n,standing:r,venturing:i,listing:a,naming:o}=e.desk;o.region?o.close():t.view.drafts.busy?t.view.drafts.cancel():i.busy||i.landing?i.cancel():r.card?e.close():n.tool===`hand`?n.count>0?n.clear():a.toggle(!1):e.use(`hand`)}var Oa=`RSHNPRJ1`,ka=16,Aa=e=>encodeURIComponent(e).replaceAll(`%40`,`@`),ja=e=>N(e).filter(e=>typeof e==`number`);function Ma(e){let t=I(e);return{title:L(t.title),points:ja(t.points)}}function Na(e){let t=String.fromCharCode(...new Uint8Array(e,0,Math.min(8,e.byteLength)));if(t!==Oa)throw RangeError(`projection: expected ${Oa}, found ${t}`);let n=new DataView(e),[r,i]=[n.getUint32(8,!0),n.getUint32(12,!0)];if(e.byteLength<ka+i+2*r)throw RangeError(`projection: too few cells`);let a=I(JSON.parse(new TextDecoder().decode(new Uint8Array(e,ka,i)))),o=I(a.ends);return{kind:a.kind===`point`?`point`:`direction`,space:P(a.space),low:F(a.low),high:F(a.high),ends:{low:Ma(o.low),high:Ma(o.high)},cells:new Uint16Array(e,ka+i,r)}}async function Pa(e,t,n){return Na(await Dn(`/maps/${Aa(e)}/project`,{method:`POST`,body:t,signal:n}))}async function Fa(e,t){let n=I(await V(`/maps/${Aa(e)}/links/${Aa(t)}/summary`));return{here:F(n.here),there:F(n.there),shared:F(n.shared),mean:typeof n.mean==`number`?n.mean:null,regions:N(n.regions).map(e=>{let t=I(e);return{title:L(t.title),count:F(t.count),mean:F(t.mean),x:F(t.x),y:F(t.y)}}),most:N(n.most).map(e=>{let t=I(e);return{n:F(t.n),there:F(t.there),disagreement:F(t.disagreement),title:L(t.title)}})}}var Ia=e=>typeof e==`number`?e:null,La=e=>encodeURIComponent(e);function Ra(e){let t=I(e);return{trustworthiness:Ia(t.trustworthiness),continuity:Ia(t.continuity),recall_15:Ia(t.recall_15),stability:Ia(t.stability)}}var za=async()=>N(M(await V(`/maps`),`the maps`).items).map((e,t)=>{let n=I(e);return{id:P(n.id),title:L(n.title),version:F(n.version,1),count:F(n.count),space:P(n.space),projector:P(n.projector),quality:Ra(n.quality),shipped:t===0,whyNot:n.decodes===!1?P(n.why_not,`numbers`):null}});function Ba(e,t){let n=I(t),r=n.type===`integer`,i=n.default;return{name:e,title:P(n.title,e),kind:n.type===`boolean`?`boolean`:`number`,min:F(n.minimum),max:F(n.maximum,1),step:r?1:.05,home:typeof i==`boolean`?i:F(i)}}var Va=(e,t)=>N(e).some(e=>I(e).name===t),Ha=async()=>Object.fromEntries(N(M(await V(`/catalogue`),`the catalogue`).models).map(e=>{let t=I(e);return[P(t.id),N(t.map_spaces).map(e=>P(e))]})),Ua=async()=>N(M(await V(`/catalogue`),`the catalogue`).projectors).map(e=>{let t=I(e);return{id:P(t.id),summary:P(t.summary),axes:Va(t.operands,`right`),supervised:Va(t.operands,`labels`),knobs:Object.entries(I(I(t.knobs).properties)).map(([e,t])=>Ba(e,t))}});function Wa(e){let t=M(e,`a job`);return{id:P(t.id),about:P(t.about),state:P(t.state),progress:F(t.progress),stage:P(t.stage),eta_s:Ia(t.eta_s),map:typeof I(t.result).map==`string`?P(I(t.result).map):null,error:typeof I(t.error).detail==`string`?P(I(t.error).detail):null}}var Ga=async e=>Wa(await V(`/maps`,{method:`POST`,body:e}));function Ka(e){let t=I(e),n=L(t.title);return{id:P(t.id),name:n.en,title:n,values:N(t.values).map(e=>P(e))}}async function qa(e,t){let n=I(await V(`/maps/estimate`,{method:`POST`,body:e,signal:t}));return{points:Ia(n.points),renders:Ia(n.renders),seconds:Ia(n.seconds),least:F(n.least),most:F(n.most),fields:N(n.columns).map(Ka)}}var Ja=async()=>N(M(await V(`/jobs?limit=50`),`the jobs`).items).filter(e=>I(e).kind===`map`).map(Wa),Ya=async e=>{await V(`/jobs/${La(e)}`,{method:`DELETE`})},Xa=async e=>N(M(await V(`/maps/${La(e)}/versions`),`the versions`).items).map(e=>{let t=I(e);return{version:F(t.version,1),key:P(t.key),current:t.current===!0,count:F(t.count),created:P(t.created),joined:F(t.joined),projector:P(t.projector),quality:Ra(t.quality)}}),Za=async e=>Wa(await V(`/maps/${La(e)}/versions`,{method:`POST`,body:{}})),Qa=async e=>{await V(`/maps/${La(e)}`,{method:`DELETE`})};async function $a(e){let t=new FormData;for(let n of e)t.append(`file`,n,n.webkitRelativePath||n.name);let n=I(await V(`/map-sources`,{method:`POST`,body:t}));return{id:P(n.id),kind:P(n.kind),rows:F(n.rows),leftOut:N(n.left_out).length,fields:N(n.columns).map(e=>{let t=P(e),r=N(I(n.values)[t]).map(e=>P(e));return{id:t,name:t,title:{en:t,ja:t},values:r}})}}var eo=[`parquet`,`csv`,`safetensors`,`html`],{list:to,number:no,soft:U,text:ro,words:io}=en;function ao(e){let t=hn(e),n=U(e),r=to(n.columns).map(U),i=no(n.version,1);return{...t,id:`${t.id}@${i}`,name:t.id,version:i,projector:ro(n.projector),quality:Ra(n.quality),decodes:n.decodes!==!1,whyNot:ro(n.why_not,`numbers`),columns:t.columns.map((e,t)=>({...e,kind:r[t]?.kind===`number`?`number`:`category`,min:no(r[t]?.min),max:no(r[t]?.max,1),...r[t]?.unit===`time`&&{unit:`time`}}))}}var oo=async()=>R(await V(`/maps`),ao).items,so=async e=>ao(await V(`/maps/${W(e)}`)),W=e=>encodeURIComponent(e).replaceAll(`%40`,`@`),co=e=>{let t=U(e);return{name:ro(t.name),count:no(t.count),map:ro(t.map),version:ro(t.version),here:to(t.points).filter(e=>typeof e==`number`)}},lo=async()=>R(await V(`/groups`),co).items;async function uo(e,t,n){let r=await V(`/groups`,{method:`POST`,body:{name:e,map:t.name,points:n}});return Un({kind:`group`,group:e,before:null,after:fo(r)}),co(r)}var fo=e=>{let{map:t,version:n,points:r,renders:i}=U(e);return{map:t,version:n,points:r,renders:i}},po=async e=>co(await V(`/groups/${W(e)}`));async function mo(e,t){let n=fo(await V(`/groups/${W(e)}`)),r=await V(`/groups/${W(e)}`,{method:`PATCH`,body:t}),i=t.name!==void 0&&t.name!==e;return i&&Un({kind:`group`,group:e,before:n,after:null}),Un({kind:`group`,group:t.name??e,before:i?null:n,after:fo(r)}),co(r)}async function ho(e){let t=fo(await V(`/groups/${W(e)}`));await V(`/groups/${W(e)}`,{method:`DELETE`}),Un({kind:`group`,group:e,before:t,after:null})}async function go(e,t,n){let r={limit:t,...n&&{near:n}};return to(U(await V(`/maps/${W(e)}/gaps`,{method:`POST`,body:r})).items).map(e=>{let t=U(e);return{x:no(t.x),y:no(t.y),radius:no(t.radius),between:to(t.between).map(e=>io(e))}})}async function _o(e,t){let n=U(await V(`/maps/${W(e)}/surprise`,{method:`POST`,body:{seed:t}}));return{x:no(n.x),y:no(n.y)}}var vo=`RSHNCOV1`,yo=32;function bo(e){let t=new DataView(e),n=String.fromCharCode(...new Uint8Array(e,0,Math.min(8,e.byteLength)));if(n!==vo)throw RangeError(`coverage: expected ${vo}, found ${n}`);let[r,i]=[t.getUint32(8,!0),t.getUint32(12,!0)];if(e.byteLength<yo+r*i)throw RangeError(`coverage: too few cells`);return{columns:r,rows:i,bounds:{x_min:t.getFloat32(16,!0),y_min:t.getFloat32(20,!0),x_max:t.getFloat32(24,!0),y_max:t.getFloat32(28,!0)},cells:new Uint8Array(e,yo,r*i)}}var xo=async e=>bo(await Dn(`/maps/${W(e)}/coverage`));async function So(e,t,n){await V(`/maps/${W(e)}/labels`,{method:`PATCH`,body:{...t,title:n}})}async function Co(e,t,n,r){let i={...t,limit:n};return R(await V(`/maps/${W(e)}/search`,{method:`POST`,body:i,signal:r}),Sn).items}async function wo(e,t){return R(await V(`/maps/${W(e)}/captions`,{method:`POST`,body:{points:t}}),e=>{let t=U(e);return{n:no(t.n),title:io(t.title),prompt:ro(t.prompt),seed:typeof t.seed==`number`?t.seed:null}}).items}async function To(e,t,n){return to(U(await V(`/maps/${W(e)}/grow`,{method:`POST`,body:{points:t,k:n}})).points).filter(e=>typeof e==`number`)}async function Eo(e,t){let n={kind:`collapse`,limit:t};return to(U(await V(`/maps/${W(e)}/suggest`,{method:`POST`,body:n})).items).map(e=>{let{points:t,titles:n}=U(e),[r,i]=to(t),[a,o]=to(n);return{points:[no(r),no(i)],titles:[io(a),io(o)]}})}var Do=async e=>new Uint8Array(await Dn(`/maps/${W(e)}/distortion`));function Oo(e,t,n){let r=new URLSearchParams({format:t,...n!==null&&{group:n}});return`${B}/maps/${W(e)}/export?${r}`}var ko=`RSHNLNK1`,Ao=12;function jo(e){let t=String.fromCharCode(...new Uint8Array(e,0,Math.min(8,e.byteLength)));if(t!==ko)throw RangeError(`link: expected ${ko}, found ${t}`);let n=new DataView(e).getUint32(8,!0);if(e.byteLength<Ao+5*n)throw RangeError(`link: fewer bytes than points`);return{there:new Uint32Array(e,Ao,n),disagreement:new Uint8Array(e,Ao+4*n,n)}}var Mo=async(e,t)=>jo(await Dn(`/maps/${W(e)}/links/${W(t)}`)),No=async e=>to(U(await V(`/maps/${W(e)}/links`)).items).map(e=>({map:ro(U(e).map),shared:no(U(e).shared)})),Po=-.5,Fo=.94,Io=.015,Lo=e=>Math.min(9,Math.max(Po,e)),Ro=2e4;function zo(e,t){let n=Math.max(1,Math.floor(e.length/Ro)),r=(n===1?e.slice():e.filter((e,t)=>t%n===0)).sort(),i=Math.floor(r.length*t);return[r[i]??0,r[r.length-1-i]??0]}function Bo(e,t,n,r){if(n.length===0)return{x:(e.x_min+e.x_max)/2,y:(e.y_min+e.y_max)/2,zoom:0};let[i,a]=zo(n,Io),[o,s]=zo(r,Io),c=Vo(e,t,0),l=Math.max((a-i)*c,1),u=Math.max((s-o)*c,1),d=Math.log2(Math.min(t.width/l,t.height/u)*.86);return{x:(i+a)/2,y:(o+s)/2,zoom:Math.min(2,Math.max(0,d))}}function Vo(e,t,n){let r=Math.max(e.x_max-e.x_min,1e-9),i=Math.max(e.y_max-e.y_min,1e-9);return Fo*Math.min(t.width/r,t.height/i)*2**n}function Ho(e,t,n,r,i){return[(r-e.x)*t+n.width/2,(e.y-i)*t+n.height/2]}function Uo(e,t,n,r,i){return[(r-n.width/2)/t+e.x,e.y-(i-n.height/2)/t]}function Wo(e,t,n,r,i,a){let[o,s]=Uo(e,Vo(t,n,e.zoom),n,r,i),c=Lo(e.zoom+a),l=Vo(t,n,c);return Ko({x:o-(r-n.width/2)/l,y:s+(i-n.height/2)/l,zoom:c},t)}function Go(e,t,n,r,i){let a=Vo(t,n,e.zoom);return Ko({x:e.x-r/a,y:e.y+i/a,zoom:e.zoom},t)}function Ko(e,t){return{x:Math.min(t.x_max,Math.max(t.x_min,e.x)),y:Math.min(t.y_max,Math.max(t.y_min,e.y)),zoom:Lo(e.zoom)}}function qo(e,t,n,r){let i=r<.5?4*r**3:1-(-2*r+2)**3/2,a=Math.max(n.x_max-n.x_min,n.y_max-n.y_min,1e-9),o=Math.hypot(t.x-e.x,t.y-e.y)/a*2**Math.min(e.zoom,t.zoom),s=Math.min(2,Math.max(0,Math.log2(1+o)-.4))*Math.sin(Math.PI*i);return{x:e.x+(t.x-e.x)*i,y:e.y+(t.y-e.y)*i,zoom:Lo(e.zoom+(t.zoom-e.zoom)*i-s)}}var Jo=e=>e<.5?4*e**3:1-(-2*e+2)**3/2;function Yo(e,t,n,r){let i=Vo(t,r,0)/Vo(n,r,0);return{x:e.x,y:e.y,zoom:e.zoom+Math.log2(i)}}var Xo=class{constructor(e,t){this.old=e,this.now=t,this.t=0,this.startedAt=null,this.late=new Map(e.late.map(e=>[e.n,e])),this.shown=new Set(e.shown.map(e=>e.n))}begin(e){this.startedAt=e}tick(e){if(this.startedAt===null)return!0;let t=Math.min(1,Math.max(0,(e-this.startedAt)/800));return this.t=Jo(t),t<1}before(e){let{old:t}=this;if(e<t.count)return[t.x[e]??0,t.y[e]??0];let n=this.late.get(e);return n?[n.x,n.y]:null}place(e){let[t,n]=[this.before(e),this.now.place(e)];return!t||!n?n??t:[t[0]+(n[0]-t[0])*this.t,t[1]+(n[1]-t[1])*this.t]}along(e,t,n){let[r,i,a]=[0,0,0];for(let e of n){let[t,n]=[this.before(e),this.now.place(e)];t&&n&&(r+=t[0]-n[0],i+=t[1]-n[1],a+=1)}let o=a===0?0:(1-this.t)/a;return[e+r*o,t+i*o]}thumbs(e,t){let n=new Set(e.map(e=>e.n));return[...this.old.shown.filter(({n:e})=>!n.has(e)&&e<this.now.count).map(({n:e,size:n})=>this.moved({n:e,x:0,y:0,size:n*t,alpha:1-this.t})),...e.map(e=>this.moved(this.shown.has(e.n)?e:{...e,alpha:e.alpha*this.t}))]}moved(e){let{bounds:t}=this.now,[n,r]=this.place(e.n)??[0,0];return{...e,x:(n-t.x_min)/(t.x_max-t.x_min||1),y:(r-t.y_min)/(t.y_max-t.y_min||1)}}ways(e){let{old:t,now:n,late:r}=this,{x_min:i,y_min:a}=n.bounds,[o,s]=[n.bounds.x_max-i||1,n.bounds.y_max-a||1],c=new Float32Array(2*e.length),l=new Uint8Array(e.length);for(let u=0;u<e.length;u+=1){let d=e[u]??0,[f,p]=[t.x[d]??0,t.y[d]??0];if(d>=t.count){let e=r.get(d),t=e?[e.x,e.y]:n.place(d);l[u]=+!e,[f,p]=[t?.[0]??0,t?.[1]??0]}c[2*u]=(f-i)/o,c[2*u+1]=(p-a)/s}return{before:c,only:l}}left(){let{old:e,now:t}=this,{x_min:n,y_min:r,x_max:i,y_max:a}=t.bounds,o=[];for(let n=t.count;n<e.count;n+=1)t.place(n)||o.push(n);let s=e=>this.before(e)??[0,0];return{count:o.length,x:Float32Array.from(o,e=>(s(e)[0]-n)/(i-n||1)),y:Float32Array.from(o,e=>(s(e)[1]-r)/(a-r||1)),colour:Uint8Array.from(o,t=>e.colour[t]??255)}}},Zo=14,Qo=5e3,$o=class{constructor(e,t,n){this.gl=e,this.url=t,this.arrived=n,this.tiles=new Map,this.clock=0,this.destroyed=!1}get(e,t){let n=`${e}/${t}`,r=this.tiles.get(n),i=r&&r.failedAt>0&&performance.now()-r.failedAt>Qo;return(!r||i)&&(r={texture:null,used:0,failedAt:0},this.tiles.set(n,r),this.load(r,e,t)),this.clock+=1,r.used=this.clock,r.texture}get busy(){return[...this.tiles.values()].some(e=>e.texture===null&&e.failedAt===0)}destroy(){this.destroyed=!0;for(let e of this.tiles.values())this.gl.deleteTexture(e.texture);this.tiles.clear()}async load(e,t,n){try{let r=await fetch(this.url(t,n));if(!r.ok)throw Error(String(r.status));let i=await createImageBitmap(await r.blob());this.destroyed||this.upload(e,i),i.close()}catch{e.failedAt=performance.now()}}upload(e,t){let{gl:n}=this;e.texture=n.createTexture(),n.bindTexture(n.TEXTURE_2D,e.texture),n.texImage2D(n.TEXTURE_2D,0,n.RGBA,n.RGBA,n.UNSIGNED_BYTE,t),n.texParameteri(n.TEXTURE_2D,n.TEXTURE_MIN_FILTER,n.LINEAR),n.texParameteri(n.TEXTURE_2D,n.TEXTURE_MAG_FILTER,n.LINEAR),n.texParameteri(n.TEXTURE_2D,n.TEXTURE_WRAP_S,n.CLAMP_TO_EDGE),n.texParameteri(n.TEXTURE_2D,n.TEXTURE_WRAP_T,n.CLAMP_TO_EDGE),this.dropOldest(),this.arrived()}dropOldest(){let e=[...this.tiles.entries()].filter(([,e])=>e.texture);e.sort(([,e],[,t])=>e.used-t.used);for(let[t,n]of e.slice(0,Math.max(0,e.length-Zo)))this.gl.deleteTexture(n.texture),this.tiles.delete(t)}},es=([e,t],[n,r])=>({kind:`area`,corners:[[e,t],[n,t],[n,r],[e,r]]});function ts(e,t){return e.kind===`area`?rs(e.corners,t):is(e.way,e.radius,t)}var ns=256;function rs(e,t){if(e.length<3)return[];let n=e.map(([e])=>e),r=e.map(([,e])=>e),[i,a,o,s]=[Math.min(...n),Math.max(...n),Math.min(...r),Math.max(...r)],c=(s-o||1)/ns,l=e=>Math.min(255,Math.max(0,Math.floor((e-o)/c))),u=e.map(([t,n],r)=>{let[i,a]=e[(r+1)%e.length]??[t,n];return Float64Array.of(t,n,i,a)}),d=Array.from({length:ns},()=>[]);for(let e of u){let[,t=0,,n=0]=e;for(let r=l(Math.min(t,n));r<=l(Math.max(t,n));r+=1)d[r]?.push(e)}let f=[];for(let e of t.inBox(i,o,a,s)){let n=t.place(e);if(!n)continue;let[r,c]=n;if(r<i||r>a||c<o||c>s)continue;let u=!1;for(let e of d[l(c)]??[]){let[t=0,n=0,i=0,a=0]=e;n>c!=a>c&&r<t+(c-n)/(a-n)*(i-t)&&(u=!u)}u&&f.push(e)}return f}function is(e,t,n){let r=new Set;for(let[i,[a,o]]of e.entries()){let[s,c]=e[i+1]??[a,o],l=(s-a)**2+(c-o)**2,u=[Math.min(a,s)-t,Math.min(o,c)-t,Math.max(a,s)+t,Math.max(o,c)+t];for(let e of n.inBox(...u)){let i=n.place(e);if(!i||r.has(e))continue;let u=l===0?0:((i[0]-a)*(s-a)+(i[1]-o)*(c-o))/l,d=Math.min(1,Math.max(0,u));(i[0]-a-d*(s-a))**2+(i[1]-o-d*(c-o))**2<=t*t&&r.add(e)}}return[...r]}var as=14,os=3,ss=class{constructor(e){this.handlers=e,this.tool=null,this.spots=[],this.keys={shift:!1,alt:!1}}get busy(){return this.spots.length>0}use(e){this.cancel(),this.tool=e}cancel(){this.spots=[],this.handlers.show(null)}begin(e,t,n){this.tool!==`polygon`&&(this.keys={...n},this.spots=[this.handlers.toMap(e,t)],this.show(null))}move(e,t){let n=this.handlers.toMap(e,t);if(this.tool===`polygon`){this.busy&&this.show(n);return}let r=this.spots.at(-1);r&&(this.tool===`box`?this.spots=[this.spots[0]??n,n]:this.away(r,n)>=os&&this.spots.push(n),this.show(null))}end(){if(this.tool===`polygon`)return;let{spots:e}=this;this.cancel();let[t,n]=[e[0],e.at(-1)];t&&n&&(this.tool===`box`&&e.length>1&&this.handlers.drawn(es(t,n),this.keys),this.tool===`lasso`&&e.length>2&&this.handlers.drawn({kind:`area`,corners:e},this.keys),this.tool===`brush`&&this.handlers.drawn({kind:`stroke`,way:e,radius:26/this.handlers.scale()},this.keys))}tap(e,t,n){if(this.tool!==`polygon`)return!1;let r=this.handlers.toMap(e,t),i=this.spots[0];return i||(this.keys={...n}),i&&this.spots.length>2&&this.away(i,r)<as?this.close():(this.spots.push(r),this.show(r)),!0}close(){let e=this.spots;this.cancel(),e.length>2&&this.handlers.drawn({kind:`area`,corners:e},this.keys)}away(e,t){return Math.hypot(e[0]-t[0],e[1]-t[1])*this.handlers.scale()}show(e){this.tool&&this.handlers.show({tool:this.tool,spots:[...this.spots],end:e})}},cs=`rashin:map-painted`;function ls(e,t){let n=e.fenceSync(e.SYNC_GPU_COMMANDS_COMPLETE,0);e.flush();let r=()=>{t()||(n&&e.getSyncParameter(n,e.SYNC_STATUS)!==e.SIGNALED?requestAnimationFrame(r):performance.mark(cs))};requestAnimationFrame(r)}var us=650,ds=140,fs=class{constructor(e,t,n,r){this.bounds=e,this.viewport=t,this.moved=r,this.flight=null,this.movedAt=-1/0,this.still=matchMedia(`(prefers-reduced-motion: reduce)`).matches,this.camera=n}get flying(){return this.flight!==null}lens(){let{bounds:e,camera:t,viewport:n}=this,[r,i]=[e.x_max-e.x_min||1,e.y_max-e.y_min||1],a=this.scale();return{centreX:(t.x-e.x_min)/r,centreY:(t.y-e.y_min)/i,scaleX:2*a*r/n.width,scaleY:2*a*i/n.height,width:n.width,height:n.height,ratio:Math.min(2,window.devicePixelRatio||1),zoom:t.zoom,margin:0}}scale(e=this.camera.zoom){return Vo(this.bounds,this.viewport,e)}project(e,t){return Ho(this.camera,this.scale(),this.viewport,e,t)}toMap(e,t){return Uo(this.camera,this.scale(),this.viewport,e,t)}look(e){this.flight=null,this.camera=e,this.movedAt=performance.now(),this.moved(e)}pan(e,t){this.look(Go(this.camera,this.bounds,this.viewport,e,t))}zoomAt(e,t,n){this.look(Wo(this.camera,this.bounds,this.viewport,e,t,n))}flyTo(e){let t=Ko(e,this.bounds);this.still?this.look(t):this.flight={from:this.camera,to:t,start:performance.now()}}zoomBy(e){let t=this.flight?.to??this.camera;this.flyTo({...t,zoom:Lo(t.zoom+e)})}tick(e){if(this.flight){let{from:t,to:n,start:r}=this.flight,i=Math.min(1,Math.max(0,(e-r)/us));this.camera=i===1?n:qo(t,n,this.bounds,i),i===1&&(this.flight=null),this.movedAt=e,this.moved(this.camera)}return e-this.movedAt<ds}},ps=5,ms=450,hs=.0032,gs=({x:e,y:t})=>[e,t],_s=e=>({shift:e.shiftKey,alt:e.altKey});function vs(e,t){let n=new Map,r=0,i=0,a=!1,o=!1,s=new AbortController,{signal:c}=s,l=t=>{let n=e.getBoundingClientRect();return{x:t.clientX-n.left,y:t.clientY-n.top}},u=()=>{let[e,t]=[...n.values()];return e&&t?{gap:Math.hypot(e.x-t.x,e.y-t.y),x:(e.x+t.x)/2,y:(e.y+t.y)/2}:null};e.addEventListener(`pointerdown`,s=>{s.button===0&&(e.setPointerCapture(s.pointerId),n.set(s.pointerId,l(s)),n.size===1?(r=0,i=performance.now(),a=!1,o=t.draw.isDrawing(),o&&t.draw.begin(...gs(l(s)),_s(s))):(a=!0,o&&t.draw.cancel(),o=!1))},{signal:c}),e.addEventListener(`pointermove`,e=>{let i=n.get(e.pointerId),a=l(e);if(!i){e.pointerType!==`touch`&&(t.hover(a.x,a.y),t.draw.isDrawing()&&t.draw.move(a.x,a.y));return}let s=u(),[c,d]=[a.x-i.x,a.y-i.y];i.x=a.x,i.y=a.y;let f=u();if(s&&f){t.pan(f.x-s.x,f.y-s.y),s.gap>0&&f.gap>0&&t.zoom(f.x,f.y,Math.log2(f.gap/s.gap));return}let p=r<=ps;r+=Math.hypot(c,d),o?t.draw.move(a.x,a.y):r>ps&&(p&&t.hold(!0),t.pan(c,d))},{signal:c});let d=(e,s)=>{if(!n.delete(e.pointerId)||n.size>0)return;if(t.hold(!1),o){o=!1,s?t.draw.cancel():(r>ps||!t.draw.tap(...gs(l(e)),_s(e)))&&t.draw.end();return}if(s||a||r>ps)return;let{x:c,y:u}=l(e),d=performance.now()-i>ms;t.tap(c,u,e.pointerType===`touch`,e.shiftKey||d&&e.pointerType===`touch`)};return e.addEventListener(`pointerup`,e=>d(e,!1),{signal:c}),e.addEventListener(`pointercancel`,e=>d(e,!0),{signal:c}),e.addEventListener(`pointerleave`,()=>t.leave(),{signal:c}),e.addEventListener(`contextmenu`,e=>e.preventDefault(),{signal:c}),e.addEventListener(`wheel`,e=>{e.preventDefault();let{x:n,y:r}=l(e),i=e.deltaMode===1?e.deltaY*33:e.deltaY,a=e.ctrlKey?3:1;t.zoom(n,r,Math.max(-1.2,Math.min(1.2,-i*hs*a)))},{signal:c,passive:!1}),()=>s.abort()}var ys=22,bs=50;function xs({drafts:e,eye:t,hits:n,host:r,callbacks:i,look:a,hovered:o,hover:s}){let c=0;return{draw:{isDrawing:()=>e.tool!==null,begin:(t,n,r)=>e.begin(t,n,r),move:(t,n)=>e.move(t,n),end:()=>e.end(),cancel:()=>e.cancel(),tap:(t,n,r)=>e.tap(t,n,r)},pan:(e,n)=>{t.pan(e,n),a()},zoom:(e,n,r)=>{t.zoomAt(e,n,r),a()},hold:e=>r.classList.toggle(`moving`,e),leave:()=>s(null,0,0),hover:(t,r)=>{let i=performance.now();i-c<bs&&!o()||(c=i,s(e.tool===null?n.pick(t,r,14):null,t,r))},tap:(e,a,o,s)=>{let c=s?null:Ss(r,e,a);if(c&&i.named)return i.named(c.x,c.y);let l=s?null:n.pick(e,a,o?ys:14);l===null?i.emptied(...t.toMap(e,a)):i.picked(l)}}}function Ss(e,t,n){let{left:r,top:i}=e.getBoundingClientRect(),a=e.getRootNode().elementFromPoint(r+t,i+n);return!(a instanceof HTMLElement)||!a.classList.contains(`region`)?null:{x:Number(a.dataset.x),y:Number(a.dataset.y)}}var Cs=.25,ws=-1;function Ts(e){let t=new Uint32Array(e);for(let n=0;n<e;n+=1)t[n]=n;let n=2654435769;for(let r=e-1;r>0;--r){n=Math.imul(n,1664525)+1013904223>>>0;let e=Math.floor(n/2**32*(r+1)),i=t[r]??0;t[r]=t[e]??0,t[e]=i}return t}function Es(e,t,n,r=[6,12,24,48]){let i=e.length,a=new Uint32Array(i),o=new Uint8Array(i),s=0;for(let i of r)for(let r of Ds(e,t,n,i))r!==ws&&o[r]!==1&&(o[r]=1,a[s]=r,s+=1);for(let e of Ts(i))o[e]!==1&&(a[s]=e,s+=1);return a}function Ds(e,t,n,r){let i=(n.x_max-n.x_min||1)/r,a=(n.y_max-n.y_min||1)/r,o=e=>Math.min(r-1,Math.max(0,Math.floor(e))),s=s=>o(((t[s]??0)-n.y_min)/a)*r+o(((e[s]??0)-n.x_min)/i),c=new Float64Array(r*r*3);for(let n=0;n<e.length;n+=1){let r=s(n)*3;c[r]=(c[r]??0)+(e[n]??0),c[r+1]=(c[r+1]??0)+(t[n]??0),c[r+2]=(c[r+2]??0)+1}let l=new Int32Array(r*r).fill(ws),u=new Float64Array(r*r).fill(1/0);for(let n=0;n<e.length;n+=1){let r=s(n),i=c[r*3+2]??1,a=(e[n]??0)-(c[r*3]??0)/i,o=(t[n]??0)-(c[r*3+1]??0)/i,d=a*a+o*o;d>=(u[r]??0)||(u[r]=d,l[r]=n)}return l}var Os=class{constructor(e,t,n,r,i){this.x=e,this.y=t,this.next=n,this.size=r;let a=2**Math.ceil(Math.log2(Math.max(16,i*2)));this.heads=new Int32Array(a).fill(ws),this.mask=a-1}put(e){let t=this.slot(Math.floor((this.x[e]??0)/this.size),Math.floor((this.y[e]??0)/this.size));this.next[e]=this.heads[t]??ws,this.heads[t]=e}collides(e){let{size:t}=this,n=this.x[e]??0,r=this.y[e]??0,i=Math.floor(n/t),a=Math.floor(r/t);for(let e=-1;e<=1;e+=1)for(let o=-1;o<=1;o+=1){let s=this.heads[this.slot(i+e,a+o)]??ws;for(;s!==ws;){if(Math.abs((this.x[s]??0)-n)<t&&Math.abs((this.y[s]??0)-r)<t)return!0;s=this.next[s]??ws}}return!1}slot(e,t){return(Math.imul(e,73856093)^Math.imul(t,19349663))&this.mask}};function ks(e,t,n,r,i,a=Ts(e.length)){let o=new Float32Array(e.length).fill(255),s=new Int32Array(e.length),c=a,l=new Uint32Array(a.length),u=0;for(let d=r;d<=i&&c.length>0;d+=Cs){let r=new Os(e,t,s,n(d),a.length);for(let e=0;e<u;e+=1)r.put(l[e]??0);let i=new Uint32Array(c.length),f=0;for(let e of c)r.collides(e)?(i[f]=e,f+=1):(o[e]=d,l[u]=e,u+=1,r.put(e));c=i.subarray(0,f)}return o}function As(e,t){let n=[];return e.map(e=>{let r=n.every(n=>e.x+e.width+t<=n.x||n.x+n.width+t<=e.x||e.y+e.height+t<=n.y||n.y+n.height+t<=e.y);return r&&n.push(e),r})}function js(e,t,n){for(let r=0;r<t.length;r+=1)n[r]=e[t[r]??0]??0;return n}function Ms(e,t){let n=(e,t)=>Math.min(t-1,Math.max(0,Math.floor(e*t)));return e.map(({side:e,starts:r})=>{if(t.x1<0||t.y1<0||t.x0>1||t.y0>1)return[];let[i,a]=[n(t.x0,e),n(t.x1,e)],[o,s]=[n(t.y0,e),n(t.y1,e)],c=[];for(let t=o;t<=s;t+=1){let n=r[t*e+i]??0,o=(r[t*e+a+1]??0)-n,s=c.at(-1);s&&s.start+s.count===n?c[c.length-1]={start:s.start,count:s.count+o}:o>0&&c.push({start:n,count:o})}return c})}var Ns=e=>e.reduce((e,t)=>e+t.count,0);function Ps(e,t){let n=[],r=0;for(let[i,a]of e.entries()){if(r+=Ns(a),i>0&&r>t)break;n.push(...a)}return n}function Fs(e,t,n){let r=[],i=t,a=n;for(let{start:t,count:n}of e){if(a<=0)break;if(i>=n){i-=n;continue}let e=Math.min(n-i,a);r.push({start:t+i,count:e}),a-=e,i=0}return r}var Is=1024,Ls=(e,t)=>Math.min(t-1,Math.max(0,Math.floor(e)));function Rs(e,t,n){let r=Math.max(1,Math.min(Is,Math.round(Math.sqrt(e.length/2)))),i=n.x_max-n.x_min||1,a=n.y_max-n.y_min||1,o=o=>Ls(((t[o]??0)-n.y_min)/a*r,r)*r+Ls(((e[o]??0)-n.x_min)/i*r,r),s=new Uint32Array(r*r+1);for(let t=0;t<e.length;t+=1){let e=o(t)+1;s[e]=(s[e]??0)+1}for(let e=1;e<s.length;e+=1)s[e]=(s[e]??0)+(s[e-1]??0);let c=s.slice(),l=new Uint32Array(e.length);for(let t=0;t<e.length;t+=1){let e=o(t),n=c[e]??0;l[n]=t,c[e]=n+1}return{cells:r,starts:s,order:l}}var zs=class{constructor(e,t,n,r=Rs(e,t,n)){this.x=e,this.y=t,this.bounds=n,this.late=new Map,this.cells=r.cells,this.starts=r.starts,this.order=r.order}setLate(e){this.late.clear();for(let{n:t,x:n,y:r}of e)this.late.set(t,[n,r])}place(e){let t=this.x[e],n=this.y[e];return t!==void 0&&n!==void 0?[t,n]:this.late.get(e)??null}*inBox(e,t,n,r){let[i,a]=[this.column(e),this.column(n)],[o,s]=[this.row(t),this.row(r)];for(let e=o;e<=s;e+=1){let t=this.starts[e*this.cells+a+1]??0;for(let n=this.starts[e*this.cells+i]??0;n<t;n+=1)yield this.order[n]??0}for(let[i,[a,o]]of this.late)a>=e&&a<=n&&o>=t&&o<=r&&(yield i)}crowd(e,t,n,r){let[i,a]=[this.column(e),this.column(n)],o=0;for(let e=this.row(t);e<=this.row(r);e+=1)o+=(this.starts[e*this.cells+a+1]??0)-(this.starts[e*this.cells+i]??0);return o}nearest(e,t,n){let r=(this.bounds.x_max-this.bounds.x_min||1)/this.cells,i=(this.bounds.y_max-this.bounds.y_min||1)/this.cells;for(let a=Math.min(r,i);a<n;a*=2){let n=this.nearestWithin(e,t,a);if(n!==null)return n}return this.nearestWithin(e,t,n)}around(e,t,n){let r=Math.max(this.bounds.x_max-this.bounds.x_min,this.bounds.y_max-this.bounds.y_min,1e-9),i=n=>{let r=this.place(n);return r?(r[0]-e)**2+(r[1]-t)**2:1/0};for(let a=r/this.cells;;a*=2){let o=a>2*r,s=[...this.inBox(e-a,t-a,e+a,t+a)].map(e=>({n:e,away:i(e)})).filter(e=>o||e.away<=a*a);if(!(s.length<n&&!o))return s.sort((e,t)=>e.away-t.away),s.slice(0,n).map(e=>e.n)}}nearestWithin(e,t,n){let r=null,i=n*n;for(let a of this.inBox(e-n,t-n,e+n,t+n)){let n=this.place(a);if(!n)continue;let o=(n[0]-e)**2+(n[1]-t)**2;o<=i&&(i=o,r=a)}return r}column(e){let t=this.bounds.x_max-this.bounds.x_min||1;return Ls((e-this.bounds.x_min)/t*this.cells,this.cells)}row(e){let t=this.bounds.y_max-this.bounds.y_min||1;return Ls((e-this.bounds.y_min)/t*this.cells,this.cells)}};function Bs({x:e,y:t,bounds:n},r,i){let{from:a,step:o,spacings:s}=r,c=ks(e,t,e=>s[Math.round((e-a)/o)]??1,a,a+(s.length-1)*o,i??Es(e,t,n));return{appears:c,order:Vs(c,a,o,s.length)}}function Vs(e,t,n,r){let i=r=>Math.round(((e[r]??0)-t)/n),a=new Uint32Array(r+1),o=0;for(let t=0;t<e.length;t+=1){let e=i(t);e>=r||(a[e+1]=(a[e+1]??0)+1,o+=1)}for(let e=1;e<a.length;e+=1)a[e]=(a[e]??0)+(a[e-1]??0);let s=new Uint32Array(o);for(let t=0;t<e.length;t+=1){let e=i(t);if(e>=r)continue;let n=a[e]??0;s[n]=t,a[e]=n+1}return s}var Hs=1.1,Us=4e3;function Ws(e,{width:t,height:n}){let r=Math.min(60,Math.max(28,Math.min(t,n)/28));return Math.min(r*2.8,r*(1+.3*Math.max(0,e)))}var Gs=class{constructor(e,t,n,r){this.points=e,this.grid=t,this.ask=n,this.arrived=r,this.all=null,this.found=null,this.glow=null,this.hidden=null,this.chosen=null,this.asked=0}thinOut(e,t){if(this.glow=t,!this.ask)return;let n=this.steps(e);this.found=t?Bs(this.points,n,Ks(t)):null,this.asked+=1;let r=this.asked;this.ask(n).then(e=>{r===this.asked&&(this.all=e,this.arrived())},()=>void 0)}light(e,t){this.glow=t,this.found=t&&this.ask?Bs(this.points,this.steps(e),Ks(t)):null}mark(e,t){this.hidden=e,this.chosen=t}get ready(){return this.ask===null||this.all!==null}isShown(e,t){return this.hidden?.[e]!==1&&(this.current?.appears[e]??255)<=t}visible(e,t,n){let{current:r}=this;if(!r)return[];let[i,a]=[n.width-2*n.margin,n.height-2*n.margin],o=Ws(e.zoom,{width:i,height:a}),s=(n.width+o)/2/t,c=(n.height+o)/2/t,{order:l,appears:u}=r,d=qs(l,u,e.zoom),f=d>Us?this.grid.inBox(e.x-s,e.y-c,e.x+s,e.y+c):l.subarray(0,d),p=[];for(let t of f){let r=u[t]??255;if(r>e.zoom||this.hidden?.[t]===1)continue;let[i,a]=[this.points.x[t]??0,this.points.y[t]??0];Math.abs(i-e.x)>s||Math.abs(a-e.y)>c||p.push(this.thumb(t,r,e.zoom,o*n.ratio))}return p}thumb(e,t,n,r){let{points:i,glow:a,chosen:o}=this,s=t<=-.5?1:Math.min(1,.6+(n-t)*4),c=a?.55+.45*(a[e]??0)/255:1;return{n:e,x:(i.rawX[e]??0)/65535,y:(i.rawY[e]??0)/65535,size:r*s*c,alpha:o&&!a&&o[e]!==1?.22:1}}get current(){return this.found??this.all}steps(e){let{bounds:t}=this.points,n=Math.round((9-Po)/Cs)+1;return{from:Po,step:Cs,spacings:Array.from({length:n},(n,r)=>{let i=Po+r*Cs;return Ws(i,e)*Hs/Vo(t,e,i)})}}};function Ks(e){let t=[];for(let n=0;n<e.length;n+=1)(e[n]??0)>0&&t.push(n);return Uint32Array.from(t).sort((t,n)=>(e[n]??0)-(e[t]??0))}function qs(e,t,n){let[r,i]=[0,e.length];for(;r<i;){let a=r+i>>1;(t[e[a]??0]??255)<=n?r=a+1:i=a}return r}var Js={left:[-1,0],right:[1,0],up:[0,1],down:[0,-1]};function Ys(e,t,n,r=0){let[i,a]=Js[t],o=null,s=1/0;for(let t of n){let n=t.x-e.x,c=t.y-e.y,l=Math.hypot(n,c);if(l===0||l<r)continue;let u=(n*i+c*a)/l;if(u<.5)continue;let d=l/u;d<s&&(s=d,o=t.n)}return o}var Xs=14,Zs=4e3,Qs=class{constructor(e,t,n,r){this.points=e,this.grid=t,this.thumbnails=n,this.eye=r,this.hidden=null}hide(e){this.hidden=e}thumb(e=this.eye.camera.zoom){return Ws(e,this.eye.viewport)}shownSize(e){return e>=this.points.count?this.thumb()*.86:this.thumbnails.isShown(e,this.eye.camera.zoom)?this.thumb():0}pick(e,t,n){let r=this.eye.scale(),[i,a]=this.eye.toMap(e,t),o=this.thumb()/2/r,s=null,c=1/0;for(let e of this.grid.inBox(i-o,a-o,i+o,a+o)){let t=this.grid.place(e);if(!t||this.shownSize(e)===0)continue;let n=Math.max(Math.abs(t[0]-i),Math.abs(t[1]-a));n<=o&&n<c&&(c=n,s=e)}if(s!==null)return s;let l=this.grid.nearest(i,a,n/r);return l===null||this.hidden?.[l]!==1?l:this.nearestShown(i,a,n/r)}middle(){let{bounds:e}=this.points,{x:t,y:n}=this.eye.camera;return this.grid.nearest(t,n,e.x_max-e.x_min)}ahead(e,t,n){let r=this.grid.place(e);if(!r)return null;let[i,a]=r,o=t=>{let n=this.grid.place(t);return n&&t!==e?[{n:t,x:n[0],y:n[1]}]:[]},s=Xs/this.eye.scale(),c=n.flatMap(o);return Ys({x:i,y:a},t,c,s)??this.stepAround({x:i,y:a},t,s,o)??Ys({x:i,y:a},t,c)}stepAround(e,t,n,r){let{bounds:i}=this.points,{x:a,y:o}=e,s=Math.max((i.x_max-i.x_min)/8,4*n);for(let i=2*n;;i=Math.min(s,i*2)){let c=[a-i,o-i,a+i,o+i],l=Ys(e,t,[...this.grid.inBox(...c)].flatMap(r),n);if(l!==null||i>=s||this.grid.crowd(...c)>Zs)return l}}nearestShown(e,t,n){let r=null,i=n*n;for(let a of this.grid.inBox(e-n,t-n,e+n,t+n)){let n=this.grid.place(a);if(!n||this.hidden?.[a]===1)continue;let o=(n[0]-e)**2+(n[1]-t)**2;o>i||(i=o,r=a)}return r}},$s=22,ec=30,tc=36e3,nc=class{constructor(e){this.host=e,this.pool=new Map,this.ruler=document.createElement(`canvas`).getContext(`2d`),this.widths=new Map,this.layers=[];let t=getComputedStyle(document.documentElement);this.ruler&&(this.ruler.font=`700 ${Number.parseFloat(t.fontSize)*.87}px ${t.fontFamily}`)}setLayers(e){this.layers=e;for(let e of this.pool.values())e.remove();this.pool.clear()}draw(e,t,n,r,i,a){let o=Math.max(6,Math.round(n*r/tc)),s=this.layers.filter(t=>e>=t.min_zoom-.01&&e<t.max_zoom).flatMap(e=>[...e.labels].sort((e,t)=>t.score-e.score)),c=[];for(let e of s){let[s,l]=t(e.x,e.y),u=this.measure(e.text);if(s<0||l-a-$s<i||s>n||l>r)continue;let d=Math.min(n-u-8,Math.max(8,s-u/2));if(c.push({label:e,x:d,y:l-a-$s,width:u,height:$s}),c.length>=o*4)break}let l=As(c,ec),u=c.filter((e,t)=>l[t]).slice(0,o),d=new Set;for(let e of u){let t=`${e.label.text}|${e.label.x}|${e.label.y}`;d.add(t),(this.pool.get(t)??this.make(t,e.label)).style.setProperty(`transform`,`translate(${e.x.toFixed(1)}px, ${e.y.toFixed(1)}px)`)}for(let[e,t]of this.pool)d.has(e)||(t.remove(),this.pool.delete(e));return u.map(e=>e.label.text)}make(e,{text:t,x:n,y:r}){let i=document.createElement(`span`);return i.className=`region`,i.textContent=t,Object.assign(i.dataset,{x:n,y:r}),this.host.append(i),this.pool.set(e,i),i}measure(e){let t=this.widths.get(e);return t===void 0&&(t=(this.ruler?.measureText(e).width??e.length*7)+12,this.widths.set(e,t)),t}};function rc({glow:e,out:t,chosen:n},r){let i=new Uint8Array(r);for(let a=0;a<r;a+=1)i[a]=(e?(e[a]??0)>>2:0)|(t?.[a]===1?64:0)|(n?.[a]===1?128:0);return i}function ic(e,{picture:t,bounds:n,beyond:r},i){let[a,o]=i.project(n.x_min,n.y_max),[s,c]=i.project(n.x_max,n.y_min);e.imageSmoothingEnabled=!0,e.drawImage(t,a,o,s-a,c-o),e.fillStyle=r,e.beginPath(),e.rect(0,0,i.width,i.height),e.rect(a,o,s-a,c-o),e.fill(`evenodd`)}function ac(e,t,n,r){for(let{rings:i,weight:a,dashed:o}of t){e.strokeStyle=o?r.accent:r.ink,e.globalAlpha=.12+.4*a,e.lineWidth=1+a*.6,e.setLineDash(o?[5,4]:[]),e.beginPath();for(let t of i){for(let[r,[i,a]]of t.entries()){let[t,o]=n.project(i,a);r===0?e.moveTo(t,o):e.lineTo(t,o)}e.closePath()}e.stroke()}e.setLineDash([]),e.globalAlpha=1}function oc(e,t,n,r){let i=t.spots.map(([e,t])=>n.project(e,t)),[a,...o]=i;if(!a)return;if(e.lineJoin=`round`,e.lineCap=`round`,t.tool===`brush`){e.globalAlpha=.28,e.strokeStyle=r.accent,e.lineWidth=52,sc(e,i),e.stroke(),e.globalAlpha=1;return}let s=o.at(-1);t.tool===`box`&&s?(e.beginPath(),e.rect(a[0],a[1],s[0]-a[0],s[1]-a[1])):sc(e,t.end?[...i,n.project(...t.end)]:i),e.globalAlpha=.1,e.fillStyle=r.accent,e.fill(),e.globalAlpha=1;for(let[t,n]of[[r.surface,4],[r.accent,2]])e.strokeStyle=t,e.lineWidth=n,e.stroke();if(t.tool===`polygon`){e.fillStyle=r.accent;for(let[t,n]of i)e.beginPath(),e.arc(t,n,4.5,0,2*Math.PI),e.fill()}}function sc(e,t){e.beginPath();for(let[n,[r,i]]of t.entries())n===0?e.moveTo(r,i):e.lineTo(r,i);let n=t[0];t.length===1&&n&&e.lineTo(n[0]+.01,n[1])}var cc=e=>e.hover===null&&e.echo===null&&e.selected===null&&e.voyage===null&&e.draft===null&&e.veil===null&&e.newcomers.length+e.best.length+e.contours.length===0,lc=1600,uc=class{constructor(e,t){this.canvas=e,this.arrived=t,this.images=new Map,this.blank=!1,this.ink={accent:`#d8432b`,ink:`#16202e`,surface:`#fff`},this.pen=e.getContext(`2d`)}draw(e,t){let{pen:n,canvas:r}=this;if(!n)return!1;let i=Math.round(t.width*t.ratio),a=Math.round(t.height*t.ratio);(r.width!==i||r.height!==a)&&(r.width=i,r.height=a,this.blank=!1);let o=cc(e);if(o&&this.blank)return!1;this.blank=o,r.style.setProperty(`visibility`,o?`hidden`:`visible`),n.setTransform(t.ratio,0,0,t.ratio,0,0),n.clearRect(0,0,t.width,t.height),n.fillStyle=`rgb(128 128 128 / 1%)`,n.fillRect(0,0,1,1),e.veil&&ic(n,e.veil,t),ac(n,e.contours,t,this.ink),this.drawTies(n,e,t);let s=!1;for(let r of e.newcomers)s=this.drawArrival(n,r,t)||s,this.drawNewcomer(n,r,t);for(let r of e.best)t.thumb(r)>0&&this.ring(n,t,r,1.5,.85);return e.echo!==null&&this.ring(n,t,e.echo,2,1),e.hover!==null&&this.ring(n,t,e.hover,2,1),e.selected!==null&&this.ring(n,t,e.selected,3,1),e.draft&&oc(n,e.draft,t,this.ink),(e.voyage?this.drawVoyage(n,e.voyage,t):!1)||s}ring(e,t,n,r,i){let a=t.place(n);if(!a)return;let[o,s]=t.project(...a),c=t.thumb(n);for(let[t,n]of[[this.ink.surface,r+2.5],[this.ink.accent,r]])e.globalAlpha=i,e.strokeStyle=t,e.lineWidth=n,e.beginPath(),c>0?e.roundRect(o-c/2-2,s-c/2-2,c+4,c+4,c*.24+2):e.arc(o,s,9,0,2*Math.PI),e.stroke();e.globalAlpha=1}drawTies(e,t,n){let r=t.selected===null?null:n.place(t.selected);if(!r)return;let[i,a]=n.project(...r);e.lineWidth=1.25,e.strokeStyle=this.ink.accent,e.globalAlpha=.45;let o=n.thumb(t.selected??-1)*.6+6;for(let r of t.ties){let t=n.place(r);if(!t)continue;let[s,c]=n.project(...t),l=Math.hypot(s-i,c-a);l<o+6||(e.beginPath(),e.moveTo(i+(s-i)*o/l,a+(c-a)*o/l),e.lineTo(s,c),e.stroke(),e.beginPath(),e.arc(s,c,3.5,0,2*Math.PI),e.stroke())}e.globalAlpha=1}drawArrival(e,t,n){let r=n.now-(t.arrivedAt??-1/0);if(n.still||r>lc)return!1;let i=Math.max(0,r)/lc,[a,o]=n.project(t.x,t.y);return e.strokeStyle=this.ink.accent,e.lineWidth=2.5,e.globalAlpha=.8*(1-i),e.beginPath(),e.arc(a,o,n.thumbSize*(.6+1.5*(1-(1-i)**3)),0,2*Math.PI),e.stroke(),e.globalAlpha=1,!0}drawNewcomer(e,t,n){let[r,i]=n.project(...n.place(t.n)??[t.x,t.y]),a=n.thumbSize*.86;r<-a||i<-a||r>n.width+a||i>n.height+a||(this.tile(e,t.image,r,i,a),e.fillStyle=this.ink.accent,e.strokeStyle=this.ink.surface,e.lineWidth=1.5,e.beginPath(),e.arc(r+a/2-2,i-a/2+2,4.5,0,2*Math.PI),e.fill(),e.stroke())}tile(e,t,n,r,i){let a=[n-i/2,r-i/2,i,i];e.save(),e.shadowColor=`rgb(8 14 24 / 0.35)`,e.shadowBlur=8,e.shadowOffsetY=2,e.fillStyle=`#fff`,e.beginPath(),e.roundRect(...a,i*.24),e.fill(),e.restore();let o=t?this.image(t):null;o&&(e.save(),e.beginPath(),e.roundRect(...a,i*.24),e.clip(),e.drawImage(o,...a),e.restore())}drawVoyage(e,t,n){let[r,i]=n.project(t.from.x,t.from.y);if(!t.to)return this.ghost(e,r,i,n),!n.still;let[a,o]=n.project(t.to.x,t.to.y),s=Math.max(0,n.now-(t.landedAt??0)),c=n.still?1:Math.min(1,s/480),l=1-(1-c)**3,u=Math.max(44,n.thumbSize);this.halo(e,a,o,u,t.confidence??0,l);let[d,f]=[r+(a-r)*l,i+(o-i)*l];return this.tile(e,t.image??null,a,o,u*(.6+.4*l)),this.arrow(e,r,i,d,f,u/2+6),c<1}ghost(e,t,n,r){let i=Math.max(44,r.thumbSize);e.save(),e.fillStyle=this.ink.surface,e.globalAlpha=.8,e.strokeStyle=this.ink.accent,e.lineWidth=2,e.setLineDash([5,5]),e.lineDashOffset=r.still?0:-r.now/40,e.beginPath(),e.roundRect(t-i/2,n-i/2,i,i,i*.24),e.fill(),e.globalAlpha=1,e.stroke(),e.restore()}halo(e,t,n,r,i,a){let o=r/2*(1.35+1.5*(1-i))*a,s=e.createRadialGradient(t,n,r/3,t,n,o+1);s.addColorStop(0,this.ink.accent),s.addColorStop(1,`transparent`),e.globalAlpha=.18+.32*i,e.fillStyle=s,e.beginPath(),e.arc(t,n,o+1,0,2*Math.PI),e.fill(),e.globalAlpha=1}arrow(e,t,n,r,i,a){let o=Math.hypot(r-t,i-n);if(e.fillStyle=this.ink.accent,e.strokeStyle=this.ink.surface,e.lineWidth=2,e.beginPath(),e.arc(t,n,4,0,2*Math.PI),e.stroke(),e.fill(),o<a+6)return;let[s,c]=[(r-t)/o,(i-n)/o],[l,u]=[r-s*a,i-c*a],[d,f]=[l-s*11,u-c*11];for(let[r,i]of[[this.ink.surface,5.5],[this.ink.accent,2.5]])e.strokeStyle=r,e.lineWidth=i,e.lineCap=`round`,e.beginPath(),e.moveTo(t,n),e.lineTo(d,f),e.stroke();e.beginPath(),e.moveTo(l,u),e.lineTo(d-c*6,f+s*6),e.lineTo(d+c*6,f-s*6),e.closePath(),e.fill()}image(e){let t=this.images.get(e);return t||(t=new Image,t.src=e,t.decode().then(this.arrived,()=>void 0),this.images.set(e,t)),t.complete&&t.naturalWidth>0?t:null}},dc=`
layout(location=4) in vec2 before;
layout(location=5) in float only;
uniform float t;
vec2 place() { return mix(before, vec2(x, y), t); }
float there() { return only < 0.5 ? 1.0 : only < 1.5 ? t : 1.0 - t; }`,fc=`
vec2 place() { return vec2(x, y); }
float there() { return 1.0; }`,pc=e=>`
layout(location=0) in float x;
layout(location=1) in float y;
layout(location=2) in float colour;
layout(location=3) in uint marks;
uniform vec4 lens;
uniform float size;
uniform float ghost;
uniform bool glowing;
uniform bool choosing;
uniform sampler2D palette;
out vec4 ink;
${e}
void main() {
  gl_Position = vec4((place() - lens.xy) * lens.zw, 0.0, 1.0);
  vec4 base = texelFetch(palette, ivec2(int(colour + 0.5), 0), 0);
  float glow = float(marks & 63u) / float(63);
  bool chosen = (marks & 128u) != 0u;
  float lit = glowing ? 0.10 + 0.90 * glow : 1.0;
  float grown = glowing ? 0.75 + 0.85 * glow : 1.0;
  if (choosing) {
    // While something is searched, what glows stays lit whether it is chosen or not.
    lit *= chosen ? 1.0 : (glowing ? 0.6 : 0.16);
    grown *= chosen ? 1.3 : 1.0;
    base.a = chosen ? 1.0 : base.a;
  }
  if ((marks & 64u) != 0u) lit *= ghost;
  gl_PointSize = size * grown;
  ink = vec4(base.rgb, base.a * lit * there());
}`,mc=`
in vec4 ink;
out vec4 colour;
uniform float size;
void main() {
  float r = length(gl_PointCoord - 0.5) * 2.0;
  float a = ink.a * (1.0 - smoothstep(1.0 - 2.4 / size, 1.0, r));
  colour = vec4(ink.rgb * a, a);
}`,hc=`
in vec4 ink;
out vec4 colour;
void main() {
  colour = vec4(ink.rgb * ink.a, ink.a);
}`,gc=2.6,_c=5e4,vc=[`lens`,`size`,`ghost`,`glowing`,`choosing`,`palette`,`t`];function yc(e,t,n){let r=da(e,pc(t),n);return{program:r,at:Object.fromEntries(vc.map(t=>[t,e.getUniformLocation(r,t)]))}}function bc(e,t){let n=(e.width-2*e.margin)*(e.height-2*e.margin),r=Math.sqrt(n/Math.max(1,t)),i=.32+.2*Math.min(2,Math.max(0,Math.log10(Math.max(1,t))-4));return Math.min(11,Math.max(1.8,r*.4*2**(e.zoom*i)))*e.ratio}var xc=class{constructor(e,t=!1){this.gl=e;let n=t?dc:fc;this.round=yc(e,n,mc),this.tiny=yc(e,n,hc)}take(e,{palette:t,count:n,glowing:r,choosing:i},a=1){let{gl:o}=this,s=bc(e,n),{program:c,at:l}=s<gc?this.tiny:this.round;o.useProgram(c),o.activeTexture(o.TEXTURE0),o.bindTexture(o.TEXTURE_2D,t),o.uniform1i(l.palette,0),o.uniform4f(l.lens,e.centreX,e.centreY,e.scaleX,e.scaleY),o.uniform1f(l.size,s),o.uniform1f(l.ghost,n>_c?.02:.08),o.uniform1i(l.glowing,+!!r),o.uniform1i(l.choosing,+!!i),l.t&&o.uniform1f(l.t,a)}destroy(){for(let e of[this.round,this.tiny])this.gl.deleteProgram(e.program)}},Sc=2,Cc={x0:0,y0:0,x1:1,y1:1},wc=class{constructor(e,t,n,r){this.gl=e,this.points=t,this.crossing=r,this.own=[],this.brush=new xc(e,!0),this.levels=Ms(n.draw.levels,Cc);let{before:i,only:a}=r.ways(n.draw.order);this.staying=e.createVertexArray(),e.bindVertexArray(this.staying);let{x:o,y:s,colour:c,marks:l}=t.held;this.take(o,()=>pa(e,0,e.UNSIGNED_SHORT,!0)),this.take(s,()=>pa(e,1,e.UNSIGNED_SHORT,!0)),this.take(c,()=>pa(e,2,e.UNSIGNED_BYTE,!1)),this.take(l,()=>Ec(e,3)),this.bring(i,()=>Tc(e,4)),this.bring(a,()=>pa(e,5,e.UNSIGNED_BYTE,!1)),this.left=r.left();let{left:u}=this;this.leaving=e.createVertexArray(),e.bindVertexArray(this.leaving),this.bring(u.x,()=>pa(e,0,e.FLOAT,!1)),this.bring(u.y,()=>pa(e,1,e.FLOAT,!1)),this.bring(u.colour,()=>pa(e,2,e.UNSIGNED_BYTE,!1)),this.bring(new Uint8Array(u.count),()=>Ec(e,3)),this.bring(Dc(u),()=>Tc(e,4)),this.bring(new Uint8Array(u.count).fill(Sc),()=>pa(e,5,e.UNSIGNED_BYTE,!1)),e.bindVertexArray(null)}draw(e){let{gl:t,left:n}=this,{manner:r}=this.points,i=Ps(this.levels,r.most);this.brush.take(e,r,this.crossing.t),t.bindVertexArray(this.staying);for(let{start:e,count:n}of i)t.drawArrays(t.POINTS,e,n);n.count>0&&(t.bindVertexArray(this.leaving),t.drawArrays(t.POINTS,0,Math.min(n.count,Math.max(1,Ns(i))))),t.bindVertexArray(null)}destroy(){let{gl:e}=this;this.brush.destroy();for(let t of[this.staying,this.leaving])e.deleteVertexArray(t);for(let t of this.own)e.deleteBuffer(t)}take(e,t){this.gl.bindBuffer(this.gl.ARRAY_BUFFER,e),t()}bring(e,t){this.own.push(fa(this.gl,e,this.gl.STATIC_DRAW)),t()}};function Tc(e,t){e.enableVertexAttribArray(t),e.vertexAttribPointer(t,2,e.FLOAT,!1,0,0)}function Ec(e,t){e.enableVertexAttribArray(t),e.vertexAttribIPointer(t,1,e.UNSIGNED_BYTE,0,0)}function Dc({x:e,y:t,count:n}){let r=new Float32Array(2*n);for(let i=0;i<n;i+=1)r.set([e[i]??0,t[i]??0],2*i);return r}var Oc=16,kc=class{constructor(e,t,n,r,i){this.grid=r,this.companies=new Map;let{count:a,bounds:o}=n.points;this.crossing=new Xo(i,{count:a,bounds:o,place:e=>r.place(e)}),this.layer=new wc(e,t,n,this.crossing)}begin(e){this.crossing.begin(e)}tick(e){return this.crossing.tick(e)}draw(e){return this.layer.draw(e),!0}thumbs(e,t){return this.crossing.thumbs(e,t)}place(e){return this.crossing.place(e)}name(e,t){let n=`${e} ${t}`,r=this.companies.get(n);return r||(r=this.grid.around(e,t,Oc),this.companies.set(n,r)),this.crossing.along(e,t,r)}destroy(){this.layer.destroy()}},Ac=12e4,jc=4e4,Mc=4e6,Nc=17.5,Pc=30,Fc=250,Ic=class{constructor(){this.points=Ac,this.last=0,this.fast=0,this.slow=0}frame(e){let t=e-this.last;this.last=e,t<=0||t>Fc||(this.fast=t<Nc?this.fast+1:0,this.slow=t>Pc?this.slow+1:0,this.slow>=3?this.change(.75):this.fast>=6&&this.change(1.3))}pause(){this.last=-1/0}change(e){this.points=Math.round(Math.min(Mc,Math.max(jc,this.points*e))),this.fast=0,this.slow=0}},Lc=class{constructor(e){this.gl=e,this.width=0,this.height=0,this.lens=null,this.points=0,this.whole=!1,this.buffer=e.createFramebuffer(),this.texture=e.createTexture()}fit(e,t){if(e===this.width&&t===this.height)return;let{gl:n}=this;this.width=e,this.height=t,this.lens=null,this.points=0,n.activeTexture(n.TEXTURE0),n.bindTexture(n.TEXTURE_2D,this.texture),n.texImage2D(n.TEXTURE_2D,0,n.RGBA8,e,t,0,n.RGBA,n.UNSIGNED_BYTE,null),n.texParameteri(n.TEXTURE_2D,n.TEXTURE_MIN_FILTER,n.NEAREST),n.texParameteri(n.TEXTURE_2D,n.TEXTURE_MAG_FILTER,n.NEAREST),n.bindFramebuffer(n.FRAMEBUFFER,this.buffer),n.framebufferTexture2D(n.FRAMEBUFFER,n.COLOR_ATTACHMENT0,n.TEXTURE_2D,this.texture,0),n.bindFramebuffer(n.FRAMEBUFFER,null)}bind(){this.gl.bindFramebuffer(this.gl.FRAMEBUFFER,this.buffer)}clear(){this.bind(),this.gl.clear(this.gl.COLOR_BUFFER_BIT)}begin(e){this.lens=e,this.points=0,this.whole=!1}done(e,t){this.lens=e,this.points=t,this.whole=!1}take(e,t,n){let{gl:r,width:i,height:a}=this,[o,s]=[Math.max(0,-t),i-Math.max(0,t)],[c,l]=[Math.max(0,-n),a-Math.max(0,n)];r.bindFramebuffer(r.READ_FRAMEBUFFER,e.buffer),r.bindFramebuffer(r.DRAW_FRAMEBUFFER,this.buffer),r.blitFramebuffer(o,c,s,l,o+t,c+n,s+t,l+n,r.COLOR_BUFFER_BIT,r.NEAREST),this.bind()}show(){let{gl:e,width:t,height:n}=this;e.bindFramebuffer(e.READ_FRAMEBUFFER,this.buffer),e.bindFramebuffer(e.DRAW_FRAMEBUFFER,null),e.blitFramebuffer(0,0,t,n,0,0,t,n,e.COLOR_BUFFER_BIT,e.NEAREST),e.bindFramebuffer(e.FRAMEBUFFER,null)}destroy(){this.gl.deleteFramebuffer(this.buffer),this.gl.deleteTexture(this.texture)}},Rc=(e,t)=>e.centreX===t.centreX&&e.centreY===t.centreY&&zc(e,t),zc=(e,t)=>e.scaleX===t.scaleX&&e.scaleY===t.scaleY&&e.width===t.width&&e.height===t.height,Bc=class{constructor(e,t){this.gl=e,this.survey=t,this.budget=new Ic,this.glowing=!1,this.choosing=!1;let{drawn:n,points:r}=t;this.brush=new xc(e),this.front=new Lc(e),this.back=new Lc(e),this.scratch=new Uint8Array(r.count),this.array=e.createVertexArray(),e.bindVertexArray(this.array);let i=fa(e,n.x,e.STATIC_DRAW);pa(e,0,e.UNSIGNED_SHORT,!0);let a=fa(e,n.y,e.STATIC_DRAW);pa(e,1,e.UNSIGNED_SHORT,!0);let o=fa(e,n.colour,e.DYNAMIC_DRAW);pa(e,2,e.UNSIGNED_BYTE,!1);let s=fa(e,this.scratch,e.DYNAMIC_DRAW);this.held={x:i,y:a,colour:o,marks:s},e.enableVertexAttribArray(3),e.vertexAttribIPointer(3,1,e.UNSIGNED_BYTE,0,0),e.bindVertexArray(null),this.palette=e.createTexture()}setColours(e){this.upload(this.held.colour,e)}setPalette(e,t,n){let{gl:r}=this,i=new Uint8Array(1024);for(let r=0;r<256;r+=1){let[a,o,s]=ma(e[r]??t),c=r<e.length;i.set([a,o,s,n!==null&&n!==r?22:c?225:110],r*4)}r.bindTexture(r.TEXTURE_2D,this.palette),r.texImage2D(r.TEXTURE_2D,0,r.RGBA,256,1,0,r.RGBA,r.UNSIGNED_BYTE,i),r.texParameteri(r.TEXTURE_2D,r.TEXTURE_MIN_FILTER,r.NEAREST),r.texParameteri(r.TEXTURE_2D,r.TEXTURE_MAG_FILTER,r.NEAREST),this.forget()}setMarks(e,t,n){this.glowing=t,this.choosing=n,this.upload(this.held.marks,e)}draw(e,t,n){this.budget.frame(n);let r=Ms(this.survey.draw.levels,Uc(e)),i=r.flat();if(Ns(i)<=4e4)return this.forget(),this.paint(e,i),!1;if(e.margin===0)return this.forget(),this.paint(e,Ps(r,this.budget.points)),!0;for(let t of[this.front,this.back])t.fit(Hc(e.width,e),Hc(e.height,e));if(t)return this.follow(e,r),this.front.show(),!0;let a=this.refine(e,r,i),o=a&&this.front.points>this.back.points?this.front:this.back;return(a?o:this.front).show(),a}pass(){this.budget.pause()}get manner(){let{palette:e,glowing:t,choosing:n,budget:r}=this;return{palette:e,glowing:t,choosing:n,count:this.survey.points.count,most:r.points}}destroy(){this.brush.destroy(),this.front.destroy(),this.back.destroy()}forget(){this.front.lens=null,this.back.lens=null,this.front.points=0}follow(e,t){let{front:n,back:r}=this;if(n.lens&&Rc(n.lens,e))return;let i=n.lens;if(i&&zc(i,e)&&n.points>0){let t=Math.round((i.centreX-e.centreX)*e.scaleX*n.width/2),r=Math.round((i.centreY-e.centreY)*e.scaleY*n.height/2);if(t===0&&r===0)return;if(Math.abs(t)<n.width/2&&Math.abs(r)<n.height/2){let a={...e,centreX:i.centreX-2*t/(e.scaleX*n.width),centreY:i.centreY-2*r/(e.scaleY*n.height)};this.scroll(a,t,r);return}}r.clear();let a=Ps(t,this.budget.points);this.paint(e,a),r.done(e,Ns(a)),this.swap()}scroll(e,t,n){let{front:r,back:i,gl:a}=this,{width:o,height:s}=r;i.clear(),i.take(r,t,n),a.enable(a.SCISSOR_TEST);let c=[t===0?null:{x:t>0?0:o+t,y:0,w:Math.abs(t),h:s},n===0?null:{x:Math.max(0,t),y:n>0?0:s+n,w:o-Math.abs(t),h:Math.abs(n)}],l=Uc(e),u=(l.x1-l.x0)/o,d=(l.y1-l.y0)/s;for(let t of c){if(!t)continue;a.scissor(t.x,t.y,t.w,t.h);let n=Ms(this.survey.draw.levels,{x0:l.x0+(t.x-Vc)*u,x1:l.x0+(t.x+t.w+Vc)*u,y0:l.y0+(t.y-Vc)*d,y1:l.y0+(t.y+t.h+Vc)*d});this.paint(e,Ps(n,this.budget.points))}a.disable(a.SCISSOR_TEST),i.done(e,r.points),this.swap()}refine(e,t,n){let{front:r,back:i}=this,a=Ns(n);if(r.lens&&r.whole&&Rc(r.lens,e))return!1;i.lens&&!i.whole&&Rc(i.lens,e)||(i.clear(),i.begin(e)),i.bind();let o=Fs(t.flat(),i.points,this.budget.points);return this.paint(e,o),i.points+=Ns(o),i.points<a||(i.whole=!0,this.swap(),!1)}swap(){[this.front,this.back]=[this.back,this.front],this.back.lens=null}upload(e,t){let{gl:n}=this;n.bindBuffer(n.ARRAY_BUFFER,e),n.bufferSubData(n.ARRAY_BUFFER,0,js(t,this.survey.draw.order,this.scratch)),this.forget()}paint(e,t){let{gl:n}=this;this.brush.take(e,this.manner),n.bindVertexArray(this.array);for(let{start:e,count:r}of t)n.drawArrays(n.POINTS,e,r);n.bindVertexArray(null)}},Vc=6,Hc=(e,t)=>Math.round(e*t.ratio);function Uc({centreX:e,centreY:t,scaleX:n,scaleY:r}){return{x0:e-1/n,y0:t-1/r,x1:e+1/n,y1:t+1/r}}var Wc={hover:null,echo:null,selected:null,ties:[],newcomers:[],voyage:null,best:[],contours:[],veil:null,draft:null};function Gc(e,t){let{selected:n,echo:r,ties:i,newcomers:a,voyage:o,best:s,contours:c,veil:l}=t;return{...e,...n!==void 0&&{selected:n},...r!==void 0&&{echo:r},...i&&{ties:i},...a&&{newcomers:a},...o!==void 0&&{voyage:o},...s&&{best:s},...c&&{contours:c},...l!==void 0&&{veil:l}}}var Kc=.14,qc=48,Jc=128;function Yc({width:e,height:t,ratio:n}){let r=Math.min(Jc,Math.max(qc,Math.min(e,t)*Kc));return Math.round(r*n)/n}var Xc=(e,t)=>e.width===t.width&&e.height===t.height&&e.ratio===t.ratio&&e.scaleX===t.scaleX,Zc=class{constructor(e,t){this.canvas=e,this.beside=t,this.drawn=null,this.zoom=null,this.x=0,this.y=0,this.margin=0,this.names={x:0,y:0};for(let n of[e,t])n.style.setProperty(`will-change`,`transform`)}get corner(){return[this.x-this.margin,this.y-this.margin]}aim(e,t,n,r){let{drawn:i}=this;this.fit(t);let a=this.zoom!==null&&this.zoom!==e.zoom;if(this.zoom=e.zoom,r||a)return this.drawn=null,this.put(0,0),{camera:e,lens:t,stays:!1};if(!i||i.camera.zoom!==e.zoom||!Xc(i.window,t))return this.begin(e,t);let o=e=>Math.round(e*t.ratio)/t.ratio,[s,c]=[o((i.camera.x-e.x)*n),o((e.y-i.camera.y)*n)];if(Math.abs(s)<=this.margin&&Math.abs(c)<=this.margin)return this.put(s,c),{camera:i.camera,lens:this.wide(i.window),stays:!0};let{x:l,y:u,zoom:d}=i.camera,f={x:l-s/n,y:u+c/n,zoom:d},[p,m]=[2*s/(t.scaleX*t.width),2*c/(t.scaleY*t.height)],{centreX:ee,centreY:h}=i.window;return this.begin(f,{...t,centreX:ee-p,centreY:h+m})}named(){this.names={x:this.x,y:this.y},this.put(this.x,this.y)}begin(e,t){return this.drawn={camera:e,window:t},this.put(0,0),{camera:e,lens:this.wide(t),stays:!1}}wide(e){let{margin:t}=this,[n,r]=[e.width+2*t,e.height+2*t];return{...e,width:n,height:r,margin:t,scaleX:e.scaleX*e.width/n,scaleY:e.scaleY*e.height/r}}fit(e){let{ratio:t}=e,n=Yc(e),r=2*Math.round(n*t),[i,a]=[Math.round(e.width*t)+r,Math.round(e.height*t)+r],{canvas:o}=this;if(o.width===i&&o.height===a&&n===this.margin)return;o.width=i,o.height=a,this.margin=n,this.drawn=null;let{style:s}=o;s.setProperty(`inset`,`auto`),s.setProperty(`left`,`${-n}px`),s.setProperty(`top`,`${-n}px`),s.setProperty(`width`,`${i/t}px`),s.setProperty(`height`,`${a/t}px`)}put(e,t){this.x=e,this.y=t,this.canvas.style.setProperty(`transform`,`translate(${e}px, ${t}px)`),this.beside.style.setProperty(`transform`,`translate(${e-this.names.x}px, ${t-this.names.y}px)`)}},Qc=`
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
}`,$c=`
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
}`,el=8,tl=class{constructor(e,t,n){this.gl=e,this.tiles=t,this.levels=n,this.line=[0,0,0,.12],this.program=da(e,Qc,$c),this.at={lens:e.getUniformLocation(this.program,`lens`),pixel:e.getUniformLocation(this.program,`pixel`),atlas:e.getUniformLocation(this.program,`atlas`),line:e.getUniformLocation(this.program,`line`)},this.array=e.createVertexArray(),e.bindVertexArray(this.array),e.bindBuffer(e.ARRAY_BUFFER,e.createBuffer()),e.bufferData(e.ARRAY_BUFFER,new Float32Array([-1,-1,1,-1,-1,1,1,1]),e.STATIC_DRAW),e.enableVertexAttribArray(0),e.vertexAttribPointer(0,2,e.FLOAT,!1,0,0),this.instances=e.createBuffer(),e.bindBuffer(e.ARRAY_BUFFER,this.instances);for(let t of[1,2])e.enableVertexAttribArray(t),e.vertexAttribPointer(t,4,e.FLOAT,!1,32,(t-1)*16),e.vertexAttribDivisor(t,1);e.bindVertexArray(null)}draw(e,t){let n=this.levels[0];if(!n||t.length===0)return;let r=new Map;for(let e of t){let t=this.levels.find(t=>t.thumb>=e.size*.8)??this.levels.at(-1)??n;!this.put(r,t,e)&&t!==n&&this.put(r,n,e)}let{gl:i,at:a}=this;i.useProgram(this.program),i.bindVertexArray(this.array),i.uniform4f(a.lens,e.centreX,e.centreY,e.scaleX,e.scaleY),i.uniform2f(a.pixel,1/(e.width*e.ratio),1/(e.height*e.ratio)),i.uniform4f(a.line,...this.line),i.uniform1i(a.atlas,0),i.activeTexture(i.TEXTURE0),i.bindBuffer(i.ARRAY_BUFFER,this.instances);for(let[e,t]of r)i.bindTexture(i.TEXTURE_2D,e),i.bufferData(i.ARRAY_BUFFER,new Float32Array(t),i.STREAM_DRAW),i.drawArraysInstanced(i.TRIANGLE_STRIP,0,4,t.length/el);i.bindVertexArray(null)}put(e,t,n){let r=t.columns*t.rows,i=this.tiles.get(t.level,Math.floor(n.n/r));if(!i)return!1;let a=n.n%r,o=a%t.columns/t.columns,s=Math.floor(a/t.columns)/t.rows,c=e.get(i)??[];return c.push(n.x,n.y,n.size,n.alpha,o,s,1/t.columns,1/t.rows),e.set(i,c),!0}},nl=1200,rl=class{constructor(e,t,n,r){this.host=e,this.data=t,this.callbacks=n,this.canvas=document.createElement(`canvas`),this.shapes=document.createElement(`canvas`),this.names=document.createElement(`div`),this.passage=null,this.stop=[],this.marks={glow:null,out:null,chosen:null},this.scene=Wc,this.frame=0,this.stale=!0,this.unfinished=!1,this.painted=!1,this.labelTop=0,this.still=matchMedia(`(prefers-reduced-motion: reduce)`).matches;let{points:i,index:a}=t.survey,o={width:Math.max(1,e.clientWidth),height:Math.max(1,e.clientHeight)},s=r??Bo(i.bounds,o,i.x,i.y);this.eye=new fs(i.bounds,o,s,e=>n.moved(e)),this.grid=new zs(i.x,i.y,i.bounds,a),this.canvas.className=`map-points`,this.shapes.className=`map-shapes`,this.names.className=`map-names`,this.names.setAttribute(`aria-hidden`,`true`);let c=this.canvas.getContext(`webgl2`,{antialias:!1,alpha:!0,premultipliedAlpha:!0});if(!c)throw new ua(`WebGL2`);this.gl=c,e.append(this.canvas,this.names,this.shapes),e.style.setProperty(`overflow`,`hidden`),this.slide=new Zc(this.canvas,this.names);let l=()=>this.redraw();this.thumbnails=new Gs(i,this.grid,t.atlas.length>0?t.thinOut:null,l),this.thumbnails.thinOut(o,null),this.hits=new Qs(i,this.grid,this.thumbnails,this.eye),this.tiles=new $o(c,t.tileUrl,l),this.pointsLayer=new Bc(c,t.survey),this.thumbsLayer=new tl(c,this.tiles,t.atlas),this.labelsLayer=new nc(this.names),this.overlay=new uc(this.shapes,l),this.drafts=new ss({toMap:(e,t)=>this.eye.toMap(e,t),scale:()=>this.eye.scale(),show:e=>this.sketch(e),drawn:(e,t)=>n.drawn(e,t)}),this.watchSize(),this.stop.push(vs(e,this.handlers()));let u=new AbortController,{signal:d}=u;this.canvas.addEventListener(`webglcontextlost`,e=>e.preventDefault(),{signal:d}),this.canvas.addEventListener(`webglcontextrestored`,()=>n.lost(),{signal:d}),this.stop.push(()=>u.abort())}get camera(){return this.eye.camera}get size(){return this.eye.viewport}async comeFrom(e){if(this.still)return;this.passage=new kc(this.gl,this.pointsLayer,this.data.survey,this.grid,e);let t=performance.now()+nl;do this.redraw(),await new Promise(e=>requestAnimationFrame(e));while(this.frame!==-1&&!this.whole&&performance.now()<t)}setOut(){this.passage?.begin(performance.now()),this.redraw()}get whole(){return this.painted&&this.thumbnails.ready&&!this.tiles.busy}picture(e){this.stale=!0,this.draw(performance.now());let{width:t,height:n,ratio:r}=this.eye.lens(),i=document.createElement(`canvas`);i.width=Math.round(t*r),i.height=Math.round(n*r);let a=i.getContext(`2d`);if(!a)return i;a.fillStyle=e,a.fillRect(0,0,i.width,i.height);let[o,s]=this.slide.corner;return a.drawImage(this.canvas,Math.round(o*r),Math.round(s*r)),a.drawImage(this.shapes,0,0),i}shown(){let e=this.eye.lens();return this.thumbnails.visible(this.camera,this.eye.scale(),e).map(({n:t,size:n})=>{let[r,i]=this.project(...this.grid.place(t)??[0,0]);return{n:t,x:r,y:i,size:n/e.ratio}})}update(e){if(e.ink){this.overlay.ink=e.ink;let[t,n,r]=ma(e.ink.ink);this.thumbsLayer.line=[t/255,n/255,r/255,.16]}e.palette&&this.pointsLayer.setPalette(e.palette.colours,e.palette.quiet,e.palette.alone),e.colours&&this.pointsLayer.setColours(e.colours),this.mark(e),e.labels&&this.labelsLayer.setLayers(e.labels),e.labelTop!==void 0&&(this.labelTop=e.labelTop),e.newcomers&&this.grid.setLate(e.newcomers),this.scene=Gc(this.scene,e),this.redraw()}use(e){this.drafts.use(e),this.host.classList.toggle(`drawing`,e!==null)}flyTo(e){this.eye.flyTo(e),this.look()}zoomBy(e){this.eye.zoomBy(e),this.look()}goHome(){let{bounds:e,x:t,y:n}=this.data.survey.points;this.flyTo(Bo(e,this.eye.viewport,t,n))}follow(e){this.eye.look(Ko(e,this.data.survey.points.bounds)),this.look()}reveal(e,t){let n=this.grid.place(e);if(!n)return;let[r,i]=this.project(...n),{width:a,height:o}=this.eye.viewport;r>a*.15&&r<a*.7&&i>o*.15&&i<o*.7&&t===void 0||this.flyTo({x:n[0],y:n[1],zoom:Math.max(this.camera.zoom,t??this.camera.zoom)})}project(e,t){return this.eye.project(e,t)}toMap(e,t){return this.eye.toMap(e,t)}pick(e,t){return this.hits.pick(e,t,14)}view(){let{width:e,height:t}=this.eye.viewport,[n,r]=this.eye.toMap(0,0),[i,a]=this.eye.toMap(e,t);return[n,a,i,r]}middle(){return this.hits.middle()}ahead(e,t,n){return this.hits.ahead(e,t,n)}redraw(){this.stale=!0,this.look()}look(){this.frame===0&&(this.frame=requestAnimationFrame(e=>this.draw(e)))}destroy(){cancelAnimationFrame(this.frame),this.frame=-1;for(let e of this.stop)e();this.arrive(),this.tiles.destroy(),this.pointsLayer.destroy(),this.gl.getExtension(`WEBGL_lose_context`)?.loseContext(),this.canvas.remove(),this.names.remove(),this.shapes.remove()}mark({glow:e,out:t,chosen:n}){if(e===void 0&&t===void 0&&n===void 0)return;this.marks={glow:e===void 0?this.marks.glow:e,out:t===void 0?this.marks.out:t,chosen:n===void 0?this.marks.chosen:n};let{marks:r}=this;this.pointsLayer.setMarks(rc(r,this.data.survey.points.count),r.glow!==null,r.chosen!==null),e!==void 0&&this.thumbnails.light(this.eye.viewport,e),this.thumbnails.mark(r.out,r.chosen),this.hits.hide(r.out)}sketch(e){this.scene={...this.scene,draft:e},this.look()}watchSize(){let e=()=>{let{clientWidth:e,clientHeight:t}=this.host,{eye:n}=this;e!==0&&t!==0&&(e!==n.viewport.width||t!==n.viewport.height)&&(n.viewport={width:e,height:t},this.thumbnails.thinOut(n.viewport,this.marks.glow),this.redraw())},t=new ResizeObserver(e);t.observe(this.host),this.stop.push(()=>t.disconnect()),e()}handlers(){let{drafts:e,eye:t,hits:n,host:r,callbacks:i}=this;return xs({drafts:e,eye:t,hits:n,host:r,callbacks:i,look:()=>this.look(),hovered:()=>this.scene.hover!==null,hover:(e,t,n)=>this.setHover(e,t,n)})}setHover(e,t,n){this.host.classList.toggle(`over`,e!==null),e!==this.scene.hover&&(this.scene={...this.scene,hover:e},this.look()),this.callbacks.hovered(e,t,n)}draw(e){this.frame=0;let t=this.eye.tick(e);this.passage?.tick(e)===!1&&this.arrive();let n=this.eye.lens(),r=this.slide.aim(this.camera,n,this.eye.scale(),this.passage!==null);!r.stays||this.stale||this.unfinished&&!t?this.paint(r,t,e):this.pointsLayer.pass(),r.stays&&t||this.name(n);let i=this.overlay.draw(this.scene,this.stage(n,e));this.painted||ls(this.gl,()=>this.frame===-1),this.painted=!0,(this.unfinished||t||i)&&this.look()}paint({camera:e,lens:t},n,r){let{gl:i,canvas:a,passage:o}=this;this.stale=!1;let s=(a.width-Math.round(t.width*t.ratio))/2;i.viewport(s,s,a.width-2*s,a.height-2*s),i.clearColor(0,0,0,0),i.clear(i.COLOR_BUFFER_BIT),i.enable(i.BLEND),i.blendFunc(i.ONE,i.ONE_MINUS_SRC_ALPHA),this.unfinished=o?o.draw(t):this.pointsLayer.draw(t,n,r);let c=this.thumbnails.visible(e,this.eye.scale(),t);this.thumbsLayer.draw(t,o?o.thumbs(c,t.ratio):c)}name({width:e,height:t}){let{passage:n}=this,r=this.labelsLayer.draw(this.camera.zoom,(e,t)=>this.project(...n?.name(e,t)??[e,t]),e,t,this.labelTop,this.hits.thumb()/2);this.slide.named(),this.callbacks.regions(r)}arrive(){this.passage?.destroy(),this.passage=null}stage(e,t){return{width:e.width,height:e.height,ratio:e.ratio,now:t,still:this.still,project:(e,t)=>this.project(e,t),place:e=>this.passage?.place(e)??this.grid.place(e),thumb:e=>this.hits.shownSize(e),thumbSize:this.hits.thumb()}}},il=class{constructor(){this.worker=new Worker(new URL(`/static/build/assets/survey-worker-W9XnlPoZ.js`,``+import.meta.url),{type:`module`}),this.waiting=new Map,this.asked=0,this.worker.onmessage=({data:e})=>{let t=this.waiting.get(e.id);this.waiting.delete(e.id),`error`in e?t?.failed(RangeError(e.error)):t?.done(e)},this.worker.onerror=e=>this.giveUp(Error(e.message||`the map's worker cannot start`))}async survey(e){let t=await this.ask({kind:`survey`,buffer:e},[e]);if(!(`survey`in t))throw TypeError(`not a survey`);return t.survey}async thin(e){let t=await this.ask({kind:`thin`,...e});if(!(`thinned`in t))throw TypeError(`not thumbnails`);return t.thinned}async contours(e,t=null){let n=await this.ask({kind:`contours`,shares:e,members:t});if(!(`contours`in n))throw TypeError(`not contours`);return n.contours}async crowding(){let e=await this.ask({kind:`crowding`});if(!(`crowding`in e))throw TypeError(`not a crowd`);return e.crowding}close(){this.worker.terminate(),this.giveUp(new DOMException(`the map was closed`,`AbortError`))}ask(e,t=[]){this.asked+=1;let n=this.asked;return new Promise((r,i)=>{this.waiting.set(n,{done:r,failed:i}),this.worker.postMessage({id:n,question:e},t)})}giveUp(e){for(let t of this.waiting.values())t.failed(e);this.waiting.clear()}},al=`#8a94a3`,ol=[`#26466d`,`#4f6076`,`#7a7a78`,`#aa976a`,`#e0b83f`],sl=[`#1c5fc4`,`#6c95c9`,`#a5a39d`,`#d08f57`,`#bb470c`],cl=(e,t)=>Number.parseInt(e.slice(t,t+2),16);function ll(e,t,n){let r=r=>Math.round(cl(e,r)+(cl(t,r)-cl(e,r))*n).toString(16).padStart(2,`0`);return`#${r(1)}${r(3)}${r(5)}`}var ul=e=>.5+Math.sign(e-.5)*.5*Math.abs(2*e-1)**.6;function dl(e,t=!1){let n=t?sl:ol,r=Math.min(1,Math.max(0,e)),i=(t?ul(r):r)*(n.length-1),a=Math.min(n.length-2,Math.floor(i));return ll(n[a]??n[0],n[a+1]??n[0],i-a)}var fl=e=>Array.from({length:255},(t,n)=>dl(n/254,e)),pl=fl(!1),ml=fl(!0);function hl(e){return e?.kind===`number`?{colours:e.diverging?ml:pl,quiet:al}:{colours:e?.legend.map(e=>e.colour)??[],quiet:al}}var gl=180,_l=400,vl=class{constructor(e){this.handlers=e,this.abort=new AbortController}look(e,t){this.stop(),t===null?(this.handlers.busy(!1),this.handlers.found(null)):this.timer=setTimeout(()=>void this.ask(e,t),gl)}stop(){clearTimeout(this.timer),this.abort.abort()}async ask(e,t){this.abort=new AbortController;let{signal:n}=this.abort;this.handlers.busy(!0);try{let r=await Co(e,t,_l,n);n.aborted||this.handlers.found(r)}catch(r){n.aborted||this.handlers.failed(r,()=>void this.ask(e,t))}n.aborted||this.handlers.busy(!1)}};function yl(e,t){let n=new Uint8Array(t),r=e[0]?.score??1,i=e.at(-1)?.score??0;for(let{n:t,score:a}of e)n[t]=40+Math.round(r===i?215:215*(a-i)/(r-i));return n}var bl=721,xl=(e,t,n={})=>({id:e,title:{en:D(t,n),ja:D(t,n)},legend:[],kind:`number`,min:0,max:1});function Sl(e,t){let n=new Uint8Array(t).fill(255),[r,i]=[e[0]?.score??1,e.at(-1)?.score??0];for(let{n:a,score:o}of e)a<t&&(n[a]=Math.round(254*(o-i)/(r-i||1)));return n}var Cl=class e{static async open(t,n,r,i=null,a=null){let o=new il;try{let s=i===null?(await oo())[0]??null:await so(i);if(s){let i=await o.survey(await Gi(s.id)),c=new e(t,n,s,i,o,r,a!==null);return await c.prepare(a).catch(e=>{throw c.destroy(),e}),c}}catch(e){throw o.close(),e}return o.close(),null}constructor(e,t,n,r,i,a,o){this.on=t,this.map=n,this.survey=r,this.surveyor=i,this.additions=[],this.labels=[],this.late=new Map,this.differs=null,this.along=null,this.likeness=null,this.cards=new Map,this.columns=new Map,this.kept={},this.sheet=document.createElement(`div`),this.sheet.className=o?`sheet coming`:`sheet`,e.append(this.sheet),this.column=n.columns[0]?.id??``,this.colours=r.points.colour,this.columns.set(this.column,Promise.resolve(this.colours)),this.view=this.draw(a),this.paint()}show(e){this.kept={...this.kept,...e},this.view.update(e)}destroy(){this.view.destroy(),this.surveyor.close(),this.sheet.remove()}async prepare(e){if(!e||(await Promise.all([this.loadAdditions(),this.loadLabels(),this.colourBy(e.column)]),!this.continues(e)))return;let{chosen:t,glow:n,out:r}=e.kept;this.show({chosen:this.fitted(t),glow:this.fitted(n),out:this.fitted(r),best:e.kept.best??[],selected:e.kept.selected??null,ties:e.kept.ties??[]}),this.lookAs(e),await this.view.comeFrom(e.version())}continues(e){return this.map.name===e.map.name}fitted(e){if(!e)return null;let t=new Uint8Array(this.map.count);return t.set(e.subarray(0,t.length)),t}lookAs(e){let t=Yo(e.view.camera,e.survey.points.bounds,this.survey.points.bounds,this.view.size);this.view.follow(t)}version(){let{x:e,y:t,count:n}=this.survey.points;return{count:n,x:e,y:t,late:this.additions,colour:this.colours,shown:this.view.shown()}}take(e){this.continues(e)&&this.lookAs(e),this.sheet.classList.remove(`coming`),e.destroy(),this.view.setOut()}paint(){let e=getComputedStyle(document.documentElement),t=t=>e.getPropertyValue(t).trim();this.show({ink:{accent:t(`--accent`),ink:t(`--ink`),surface:t(`--surface`)},labels:this.labels.map(e=>({...e,labels:e.labels.map(e=>({...e,text:O(e.title)}))})),labelTop:innerWidth<bl?166:64}),this.dye()}async loadLabels(){this.labels=await qi(this.map.id),this.paint()}get all(){let e=this.map.columns;return[...e,...this.own.filter(t=>!e.some(e=>e.id===t.id))]}get own(){return[xl(`density`,`map.density`),xl(`distortion`,`map.torn`),this.along?.column??xl(`along`,`along.title`),...this.likeness?[xl(`likeness`,`map.similar`)]:[],...this.differs?[xl(`disagreement`,`map.differ`,{title:this.differs.title})]:[]]}get shades(){return hl(this.all.find(e=>e.id===this.column))}dye(){let{colours:e,quiet:t}=this.shades;this.show({palette:{colours:e,quiet:t,alone:null}})}columnOf(e){if(e===`along`)return Promise.resolve(this.along?.bytes??this.nothing());if(e===`likeness`&&this.likeness)return Promise.resolve(this.likeness);if(e===`disagreement`&&this.differs)return Promise.resolve(this.differs.bytes);let t=this.columns.get(e);return t||(t=this.read(e),t.catch(()=>this.columns.delete(e)),this.columns.set(e,t)),t}nothing(){return new Uint8Array(this.map.count).fill(255)}get values(){let{colours:e}=this,t=this.column===`along`?this.along?.cells:void 0;return{at:n=>t?.[n]??e[n]??255,nothing:t=>(e[t]??255)===255}}async read(e){return this.map.columns.some(t=>t.id===e)?Ki(this.map.id,e):e===`density`?this.surveyor.crowding():(await Do(this.map.id)).map(e=>Math.min(254,e))}async colourBy(e){if(!this.all.some(t=>t.id===e))return;this.column=e;let t=await this.columnOf(e);this.column===e&&(this.colours=t,this.show({colours:t}),this.dye())}describe(e){let t=this.labels.flatMap(e=>e.labels);return e.map(e=>{let n=t.find(t=>O(t.title)===e);return n?D(`map.regionWords`,{title:e,n:k(n.count)}):e})}flyToLabel(e){for(let t of this.labels){let n=t.labels.find(t=>O(t.title)===e);if(!n)continue;let r=Math.max(this.view.camera.zoom+.75,t.min_zoom+1);this.view.flyTo({x:n.x,y:n.y,zoom:r});return}}async loadAdditions(){let e=new Set(this.additions),t=await Ji(this.map.id),n=new Set(t.map(e=>e.n)),r=this.additions.filter(t=>n.has(t.n)||!e.has(t)),i=t.filter(e=>!this.late.has(e.n));return i.length===0&&r.length===this.additions.length?!1:(this.additions=[...r,...i],this.late=new Map(this.additions.map(({n:e,image:t})=>[e,t])),this.show({newcomers:this.additions}),i.length>0)}get total(){return this.additions.reduce((e,{n:t})=>Math.max(e,t+1),this.map.count)}join(e,t=null){return!this.late.has(e.n)&&(this.late=new Map(this.late).set(e.n,e.image),this.additions=[...this.additions,{...e,...t!==null&&{arrivedAt:t}}],this.show({newcomers:this.additions}),!0)}land({point:e,render:t,x:n,y:r}){if(e===null)return;let i=t.image?.url??null;this.join({n:e,x:n,y:r,render_id:t.id,image:i,recipe:t.recipe})}glow(e){this.likeness=e&&Sl(e,this.map.count),e===null?this.show({glow:null,best:[]}):this.show({glow:yl(e,this.map.count),best:e.slice(0,3).map(e=>e.n)})}cardOf(e){let t=this.cards.get(e);return t||(t=Yi(this.map.id,e),t.catch(()=>this.cards.delete(e)),this.cards.set(e,t)),t}draw(e){let{map:t,survey:n,surveyor:r}=this,i={survey:n,atlas:t.atlas,tileUrl:(e,n)=>Xi(t.id,e,n),thinOut:r.thin.bind(r)};return new rl(this.sheet,i,{...this.on,lost:()=>this.redraw()},e??void 0)}redraw(){let{camera:e}=this.view;this.view.destroy(),this.view=this.draw(e),this.show({...this.kept,colours:this.colours})}},wl=/^#(\d{1,9})$/,Tl=`along`,El=class{constructor(e,t){this.chart=e,this.host=t,this.said=``,this.found=null,this.problem=null,this.busy=!1,this.asking=new AbortController}async aim(e){this.asking.abort(),this.asking=new AbortController;let{signal:t}=this.asking;if(this.said=e.trim(),this.problem=null,this.busy=this.said!==``,this.host.changed(),this.host.remember(),this.said===``)return this.put(null);let n=wl.exec(this.said);try{let e=n?{like:[Number(n[1])]}:{expression:this.said},r=await Pa(this.chart.map.id,e,t);t.aborted||await this.put(r)}catch(e){if(t.aborted)return;this.problem=z(e)}this.busy=!1,this.host.changed()}async restore(e){e!==this.said&&await this.aim(e)}stop(){this.asking.abort()}static title(e,t){let n=O(e.ends[t].title);if(n!==``)return n;let r=O(e.ends.high.title);return e.kind===`point`?D(t===`low`?`along.unlike`:`along.like`):r===``?D(t===`low`?`along.low`:`along.high`):D(`along.less`,{name:r})}async put(e){this.found=e,this.chart.along=e&&{bytes:Uint8Array.from(e.cells,e=>Math.round(e/65535*254)),cells:e.cells,column:{...xl(`along`,`along.title`),min:e.low,max:e.high,diverging:e.kind===`direction`}},await this.host.measured()}},Dl=[`replace`,`add`,`without`,`common`];function Ol(e,t){return e.shift&&e.alt?`common`:e.shift?`add`:e.alt?`without`:t}function kl(e,t){let n=new Uint8Array(t);for(let r of e)r>=0&&r<t&&(n[r]=1);return n}function Al(e,t,n,r){let i=kl(t,r);if(n===`replace`||e===null)return n===`without`||n===`common`?new Uint8Array(r):i;for(let t=0;t<r;t+=1){let[r,a]=[e[t]??0,i[t]??0];i[t]=n===`add`?r|a:n===`common`?r&a:r&1-a}return i}function jl(e,t){let n=new Uint8Array(t);for(let r=0;r<t;r+=1)n[r]=1-(e?.[r]??0);return n}function Ml(e){if(!e)return 0;let t=0;for(let n=0;n<e.length;n+=1)t+=e[n]??0;return t}function Nl(e,t=1/0){let n=[];if(!e)return n;for(let r=e.indexOf(1);r!==-1&&n.length<t;r=e.indexOf(1,r+1))n.push(r);return n}var Pl=class{constructor(e,t){this.first=e,this.on=t,this.chart=null,this.id=null,this.others=[],this.found=null,this.there=null,this.back=null,this.from=null,this.out=null}async list(){try{let[e,t]=await Promise.all([No(this.first.map.name),oo()]);this.others=e.map(({map:e,shared:n})=>{let r=t.find(t=>t.name===e);return{id:e,label:D(`map.shared`,{title:r?O(r.title):e,n:k(n)}),on:e===this.id}}),this.on.changed()}catch(e){this.on.failed(e,()=>void this.list())}}async open(e,t){if(this.close(),this.id=t,this.on.changed(),this.on.remember(),t===null)return;await new Promise(e=>requestAnimationFrame(e));let n=e();if(n)try{let[e,r,i]=await Promise.all([Cl.open(n,this.callbacks(),null,t),Mo(this.first.map.id,t),Mo(t,this.first.map.id)]);if(!e)return;this.chart=e,this.there=r,this.back=i,this.first.differs={bytes:r.disagreement,title:O(e.map.title)},e.differs={bytes:i.disagreement,title:O(this.first.map.title)},await Promise.all([this.first.colourBy(`disagreement`),e.colourBy(`disagreement`)]),e.loadLabels().catch(e=>this.on.failed(e)),this.on.changed();let a=await Fa(this.first.map.id,t);this.chart===e&&(this.found=a),this.on.changed()}catch(n){this.close(),this.on.failed(n,()=>void this.open(e,t))}}close(){this.chart?.destroy(),this.chart=null,this.there=null,this.back=null,this.found=null,this.from=null,this.out=null,this.id=null,this.first.differs=null,this.first.show({echo:null}),this.first.column===`disagreement`&&this.first.colourBy(this.first.map.columns[0]?.id??``)}partner(e){let t=e===null?void 0:this.there?.there[e];return t===void 0||t===4294967295?null:t}echo(e){this.chart?.show({echo:this.partner(e)})}select(e){let t=this.partner(e);this.chart?.show({selected:t}),t!==null&&this.chart?.view.reveal(t)}choose(e){let{chart:t}=this;if(!t)return;let n=e.map(e=>this.partner(e)).filter(e=>e!==null);t.show({chosen:e.length>0?kl(n,t.map.count):null})}use(e){this.chart?.view.use(e===`hand`?null:e)}sift(e){let{chart:t,back:n}=this;if(t&&n&&this.from!==e){if(this.from=e,this.out=e&&new Uint8Array(t.map.count),e&&this.out)for(let t=0;t<this.out.length;t+=1)this.out[t]=e[n.there[t]??4294967295]??0;t.show({out:this.out})}}callbacks(){let e=e=>{let t=e===null?void 0:this.back?.there[e];return t===void 0||t===4294967295?null:t},t=()=>void 0;return{moved:t,hovered:t=>{this.first.show({echo:e(t)})},picked:t=>{let n=e(t);n!==null&&this.on.picked(n),this.chart?.show({selected:t})},emptied:t,regions:t,drawn:(t,n)=>{let{chart:r}=this;if(!r)return;let i=ts(t,r.view.grid).filter(e=>this.out?.[e]!==1),a=this.on.way(n),o=i.map(e).filter(e=>e!==null);this.on.drawn(o,t.kind===`stroke`&&a===`replace`?`add`:a)}}}},Fl=async e=>P(I(await V(`/choices`,{method:`POST`,body:{packed:e}})).id),Il=async e=>P(I(await V(`/choices/${encodeURIComponent(e)}`)).packed),Ll=5,Rl=1e5,zl=class{constructor(e,t){this.chart=e,this.host=t,this.mask=null,this.count=0,this.way=`replace`,this.tool=`hand`,this.groups=[],this.group=null,this.set=null,this.listed=[]}adopt({tool:e,way:t,mask:n,group:r,set:i}){this.way=t,e!==`hand`&&this.use(e),n&&this.put(kl(Nl(n),this.chart.total),r,i)}get points(){return this.listed}use(e){this.tool=e,this.chart.view.use(e===`hand`?null:e),this.host.changed()}setWay(e){this.way=e,this.host.changed()}drawn(e,t,n){let r=ts(e,this.chart.view.grid).filter(e=>n?.[e]!==1),i=Ol(t,this.way);this.take(r,e.kind===`stroke`&&i===`replace`?`add`:i)}take(e,t,n=null){this.put(Al(this.mask,e,t,this.chart.total),n)}toggle(e){this.take([e],this.mask?.[e]===1?`without`:`add`)}invert(){this.put(jl(this.mask,this.chart.total))}clear(){this.put(null)}restore(e,t,n){(t!==null||this.group!==null?t===this.group:n!==null&&n===this.set)||(t===null?n===null?(this.group!==null||e.join()!==this.listed.join())&&this.put(e.length>0?this.masked(e):null):this.fetch(n):this.show(t,`replace`))}async grow(){try{let{id:e}=this.chart.map;this.put(kl(await To(e,this.points.slice(0,Rl),Ll),this.chart.total))}catch(e){this.host.failed(e,()=>void this.grow())}}async load(){try{this.groups=await lo(),this.host.changed()}catch(e){this.host.failed(e,()=>void this.load())}}async keep(e){try{if(this.count>Rl)throw RangeError(D(`map.tooMany`));this.groups.some(t=>t.name===e&&t.map===this.chart.map.name)?await mo(e,{points:this.points}):await uo(e,this.chart.map,this.points),this.group=e,this.host.remember(),await this.load()}catch(e){this.host.failed(e)}}async show(e,t=this.way){try{let{here:n}=await po(e);this.take(n,t,t===`replace`?e:null)}catch(n){this.host.failed(n,()=>void this.show(e,t))}}async forget(e){try{await ho(e),this.group===e&&(this.group=null),await this.load()}catch(t){this.host.failed(t,()=>void this.forget(e))}}masked(e){let t=e.reduce((e,t)=>Math.max(e,t),0);return kl(e,Math.max(this.chart.total,t+1))}async fetch(e){try{this.put(this.masked(ya(await Il(e),this.chart.total)),null,e)}catch(t){this.host.failed(t,()=>void this.fetch(e))}}async remember(){let{listed:e}=this;try{let t=await Fl(va(e));if(e!==this.listed)return;this.set=t,this.host.remember()}catch(e){this.host.failed(e,()=>void this.remember())}}put(e,t=null,n=null){this.count=Ml(e),this.mask=this.count>0?e:null,this.group=this.count>0?t:null,this.listed=Nl(this.mask),this.set=n,this.count>300&&!this.group&&n===null&&this.remember(),this.chart.show({chosen:this.mask}),this.host.remember(),this.host.changed()}},Bl=[`contours`,`coverage`],Vl=12,Hl=[.15,.35,.6,.85],Ul=class{constructor(e,t){this.chart=e,this.host=t,this.on=new Set,this.lines=[],this.rings=[]}async toggle(e){this.on.has(e)?this.on.delete(e):this.on.add(e),this.host.changed(),this.host.remember(),await this.draw(e)}restore(e){for(let t of Bl)e.includes(t)!==this.on.has(t)&&this.toggle(t)}again(){this.on.has(`coverage`)&&this.draw(`coverage`)}async draw(e){let{chart:t}=this,n=this.on.has(e);try{if(e===`contours`)this.lines=n?await this.contours():[];else{let{id:e}=t.map,[r,i]=n?await Promise.all([xo(e),go(e,Vl)]):[null,[]];t.show({veil:r&&Gl(r)}),this.rings=i.map(Wl)}t.show({contours:[...this.lines,...this.rings]})}catch(t){this.on.delete(e),this.host.failed(t,()=>void this.toggle(e))}}async contours(){return(await this.chart.surveyor.contours(Hl)).map((e,t)=>({rings:e,weight:1-t/Hl.length}))}};function Wl({x:e,y:t,radius:n}){return{rings:[Array.from({length:36},(r,i)=>{let a=i/36*2*Math.PI;return[e+n*.8*Math.cos(a),t+n*.8*Math.sin(a)]})],weight:1,dashed:!0}}function Gl({columns:e,rows:t,bounds:n,cells:r}){let i=document.createElement(`canvas`);i.width=e,i.height=t;let a=document.documentElement.dataset.theme===`dark`,o=a?[196,208,226]:[38,54,82],s=a?30:36,c=i.getContext(`2d`),l=c?.createImageData(e,t);if(c&&l){for(let n=0;n<t;n+=1)for(let i=0;i<e;i+=1){let a=r[n*e+i]??0,c=((t-1-n)*e+i)*4;l.data.set(o,c),l.data[c+3]=a===0?s:0}c.putImageData(l,0,0)}return{picture:i,bounds:n,beyond:`rgb(${o.join(` `)} / ${s/255})`}}var Kl=400,ql=2e4,Jl=class{constructor(e,t,n){this.chart=e,this.sifting=t,this.host=n,this.open=!1,this.points=[],this.pairs=null,this.order=null}toggle(e=!this.open){this.open=e,e||(this.pairs=null),this.look()}show(e){this.pairs=e,this.toggle(!0)}look(){this.open&&(this.points=this.inView()),this.host.changed()}sort(e){this.order=e,this.host.remember(),this.look()}sorted(e){let{order:t,chart:n}=this;if(!t)return e;let r=n.values,i=t===`up`?1:-1,a=e=>Number(r.nothing(e));return[...e].sort((e,t)=>a(e)-a(t)||i*(r.at(e)-r.at(t))||e-t)}inView(){let{view:e}=this.chart,{x:t,y:n}=e.camera,r=e.view(),[i,a,o,s]=r,c=!this.order&&e.grid.crowd(...r)>ql?e.grid.around(t,n,Kl):e.grid.inBox(...r),l=[];for(let r of c){let c=e.grid.place(r);if(!c||this.sifting.out?.[r]===1)continue;let[u,d]=c;u<i||u>o||d<a||d>s||l.push({n:r,away:(u-t)**2+(d-n)**2})}return this.order?this.sorted(l.map(e=>e.n)).slice(0,Kl):l.sort((e,t)=>e.away-t.away).slice(0,Kl).map(e=>e.n)}},Yl=/(^|\s)(model|seed|steps|guidance|sampler|prompt|style|group)[:<>=]\S/i,Xl=/[a-z_]\w*\s*\(/i,Zl=/"[^"]*"/,Ql=/(^|[\s(+\-*,])@[a-z0-9]/i,$l=/(^|\s)[-−–]\s?(?=[^\s\d-])/;function eu(e){let t=e.trim();if(t===``)return null;if(Xl.test(t)||Zl.test(t)||Ql.test(t))return{kind:`expression`,expression:t};if(Yl.test(t))return{kind:`query`,query:t};let[n=``,...r]=t.split($l).filter(e=>e.trim()!==``);if(r.length===0||!$l.test(t))return{kind:`words`,words:t};let i=r.map(e=>` - 0.6 * (${tu(e)} - ${tu(n)})`).join(``);return{kind:`expression`,expression:`${tu(n)}${i}`}}var tu=e=>`"${e.trim().replaceAll(/["\\]/g,``)}"`,nu=1e4,ru=class{constructor(e,t){this.chart=e,this.host=t,this.words=``,this.picture=null,this.like=[],this.unlike=[],this.best=null,this.busy=!1,this.mistake=``,this.finder=new vl({busy:e=>{this.busy=e,t.changed()},found:n=>{this.best=n,e.glow(n),t.changed()},failed:(e,t)=>this.failed(e,t)})}adopt({words:e,picture:t,like:n,unlike:r,best:i}){this.words=e,this.picture=t,this.like=n,this.unlike=r,this.best=i,this.question&&this.look()}type(e){this.words=e,e!==``&&(this.picture=null,this.like=[],this.unlike=[]),this.host.remember(),this.look()}async file(e){try{let{sha256:t,url:n}=await Hi(e);this.forget(),this.picture={sha256:t,url:n},this.look()}catch(t){this.host.failed(t,()=>void this.file(e))}}likeThese(e){this.words=``,this.picture=null,this.like=e.slice(0,nu),this.look()}unlikeThese(e){this.words=``,this.picture=null,this.unlike=e.slice(0,nu),this.look()}forget(){this.words=``,this.picture=null,this.like=[],this.unlike=[]}stop(){this.finder.stop()}get question(){if(this.picture)return{image:this.picture.sha256};if(this.like.length+this.unlike.length>0)return{like:this.like,unlike:this.unlike};let e=eu(this.words);return e===null?null:e.kind===`words`?{words:e.words}:e.kind===`query`?{query:e.query}:{expression:e.expression}}look(){this.mistake=``,this.finder.look(this.chart.map.id,this.question),this.host.changed()}failed(e,t){e instanceof Cn&&e.status===422?(this.mistake=[e.message,e.hint].filter(e=>e!==``).join(`. `),this.busy=!1,this.host.changed()):this.host.failed(e,t)}},iu=class{constructor(e,t){this.chart=e,this.host=t,this.region=null,this.busy=!1}at(e,t){this.look(({labels:n})=>n.filter(n=>n.x===e&&n.y===t),e,t)}middle(e){let{x:t,y:n}=this.chart.view.camera;this.look(({labels:t})=>t.filter(t=>e.includes(O(t.title))),t,n)}look(e,t,n){let{zoom:r}=this.chart.view.camera,i=e=>(e.x-t)**2+(e.y-n)**2,a=this.chart.labels.filter(e=>r>=e.min_zoom-.01&&r<e.max_zoom);this.region=a.flatMap(e).sort((e,t)=>i(e)-i(t))[0]??null,this.host.changed()}close(){this.region=null,this.host.changed()}async call(e){let{region:t}=this;if(t){this.busy=!0,this.host.changed();try{let{map:n}=this.chart,r=this.places(t).map(({layer:t,label:r,before:i})=>({kind:`label`,map:n.name,version:String(n.version),layer:t,label:r,before:i,after:e}));for(let{layer:t,label:i}of r)await So(n.id,{layer:t,label:i},e);this.region=null,H.act(`label`,r),await this.chart.loadLabels()}catch(t){this.host.failed(t,()=>void this.call(e))}this.busy=!1,this.host.changed()}}places(e){let t=e=>(e.computed??e.title).en;return this.chart.labels.flatMap(({labels:n},r)=>n.flatMap((n,i)=>n.x===e.x&&n.y===e.y&&t(n)===t(e)?[{layer:r,label:i,before:n.computed===null?null:n.title}]:[]))}};function au(e){return e.kind===`these`?`${e.column}:${e.values.join(`.`)}`:`${e.column}:${e.low}-${e.high}`}function ou(e){let[,t,n=``]=/^([\w-]{1,64}):([\d.-]{1,2000})$/.exec(e)??[];if(t===void 0)return null;let r=/^(\d{1,3})-(\d{1,3})$/.exec(n);if(r){let[e,n]=[Number(r[1]),Number(r[2])];return e<=n&&n<255?{column:t,kind:`range`,low:e,high:n}:null}let i=n.split(`.`).map(Number);return i.every(e=>Number.isInteger(e)&&e>=0&&e<=255)?{column:t,kind:`these`,values:i}:null}function su(e){let t=new Uint8Array(256);if(e.kind===`range`)t.fill(1,e.low,e.high+1);else for(let n of e.values)t[n]=1;return t}var cu=class{constructor(e){this.count=e,this.filters=new Map,this.failed=new Uint8Array(e)}get all(){return[...this.filters.values()].map(e=>e.filter)}of(e){return this.filters.get(e)?.filter??null}set(e,t){let n=this.filters.get(e.column)?.bit??this.free();if(n===null)return!1;this.filters.set(e.column,{filter:e,bit:n});let r=su(e),{failed:i,count:a}=this,o=255-n;for(let e=0;e<a;e+=1){let a=(i[e]??0)&o;i[e]=r[t[e]??255]===1?a:a|n}return!0}clear(e=null){if(e===null){this.filters.clear(),this.failed.fill(0);return}let t=this.filters.get(e);if(t){this.filters.delete(e);for(let e=0;e<this.count;e+=1)this.failed[e]=(this.failed[e]??0)&255-t.bit}}out(){if(this.filters.size===0)return null;let e=new Uint8Array(this.count);for(let t=0;t<this.count;t+=1)e[t]=this.failed[t]===0?0:1;return e}bars(e,t,n=null){let r=new Uint32Array(256),i=255-(this.filters.get(e)?.bit??0),{failed:a}=this;for(let e=0;e<this.count;e+=1){if(((a[e]??0)&i)!==0||n&&n[e]!==1)continue;let o=t[e]??255;r[o]=(r[o]??0)+1}return r}free(){let e=new Set([...this.filters.values()].map(e=>e.bit));for(let t=0;t<8;t+=1)if(!e.has(1<<t))return 1<<t;return null}},lu=class{constructor(e,t){this.chart=e,this.host=t,this.fields=[],this.wide=!1,this.out=null,this.sieve=new cu(e.map.count),this.shown=e.map.count}get written(){return this.sieve.all.map(au)}async set(e,t){try{t===null?this.sieve.clear(e):this.sieve.set(t,await this.chart.columnOf(e)),this.apply(),await this.count()}catch(n){this.host.failed(n,()=>void this.set(e,t))}}async again(e){let t=this.sieve.of(e);t?await this.set(e,t):await this.count()}async clear(){this.sieve.clear(),this.apply(),await this.count()}async open(e){this.wide=e,this.host.changed(),await this.count()}async restore(e){if(e.join()!==this.written.join()){this.sieve.clear();for(let t of e){let e=ou(t);e&&this.chart.all.some(t=>t.id===e.column)&&this.sieve.set(e,await this.chart.columnOf(e.column))}this.apply()}await this.count()}async count(){try{let{chart:e,sieve:t}=this,n=[...e.all].filter(n=>this.wide||n.id===e.column||t.of(n.id)!==null).sort((t,n)=>Number(n.id===e.column)-Number(t.id===e.column)),r=await Promise.all(n.map(async t=>[t,await e.columnOf(t.id)]));this.fields=r.map(([e,n])=>({column:e,bars:t.bars(e.id,n),filter:t.of(e.id)})),this.host.changed()}catch(e){this.host.failed(e,()=>void this.count())}}apply(){this.out=this.sieve.out();let e=0;for(let t of this.out??[])e+=t;this.shown=this.chart.map.count-e,this.chart.show({out:this.out}),this.host.remember(),this.host.changed()}},uu=class{constructor(e,t){this.chart=e,this.on=t,this.selected=null,this.card=null,this.other=null,this.choosing=!1,this.walked=Promise.resolve()}adopt({selected:e,card:t}){e===null||e>=this.chart.total||(this.card=t,this.pick(e,!1))}async pick(e,t=!0){let{chart:n}=this;if(this.choosing&&this.card)return this.pickSecond(e);this.selected=e,this.other=null,n.show({selected:e,ties:[]}),this.on.stood(e),t&&n.view.reveal(e),this.on.remember();try{let t=await n.cardOf(e);if(this.selected!==e)return;this.card=t,n.show({ties:t.neighbours.map(e=>e.n)}),this.on.changed()}catch(t){this.on.failed(t,()=>void this.pick(e))}}async pickSecond(e){this.choosing=!1;try{this.other=await this.chart.cardOf(e),this.chart.show({ties:[e]}),this.on.changed()}catch(t){this.on.failed(t,()=>void this.pickSecond(e))}}async pair([e,t]){await this.pick(e),await this.pickSecond(t)}goTo(e){e!==void 0&&(this.chart.view.reveal(e,3),this.pick(e,!1))}close(){this.card=null,this.other=null,this.choosing=!1,this.selected=null,this.chart.show({selected:null,ties:[]}),this.on.stood(null),this.on.changed()}walk(e){this.walked=this.walked.then(()=>this.step(e))}async step(e){let{selected:t,chart:n}=this,{view:r}=n,i=(t===null?null:await n.cardOf(t).catch(()=>null))?.neighbours.map(e=>e.n)??[],a=t===null?r.middle():r.ahead(t,e,i);a!==null&&await this.pick(a)}},du=[`numbers`,`pictures`,`steps`],fu=e=>`${D(`maps.noWayBack`)} ${D(`maps.why.${du.find(t=>t===e)??`numbers`}`)}`,pu=class{constructor(e){this.handlers=e,this.abort=new AbortController}async go(e,t,n){this.abort.abort(),this.abort=new AbortController;let{signal:r}=this.abort,i={x:t,y:n};this.handlers.draw({from:i}),this.handlers.busy(!0);try{let t=await Zi(e,i,r);if(r.aborted)return;let n=t.render.image?.url;this.handlers.landed(t),this.handlers.draw({from:i,to:{x:t.x,y:t.y},confidence:t.confidence,landedAt:performance.now(),...n!==void 0&&{image:n}})}catch(i){if(r.aborted)return;this.handlers.draw(null),this.handlers.failed(i,()=>void this.go(e,t,n))}this.handlers.busy(!1)}cancel(){this.abort.abort(),this.handlers.busy(!1),this.handlers.draw(null)}},mu=[`gap`,`far`,`collapse`],hu=20,gu=2.5,_u=class{constructor(e,t){this.chart=e,this.on=t,this.landing=null,this.busy=!1,this.voyages=new pu({draw:t=>e.show({voyage:t}),busy:e=>{this.busy=e,t.changed()},landed:n=>{this.landing=n,e.land(n),t.landed()},failed:(e,n)=>t.failed(e,n)})}decode(e,t){let{map:n}=this.chart;if(n.decodes)this.landing=null,this.on.setOff(),this.voyages.go(n.id,e,t);else{let e=fu(n.whyNot);this.on.failed(new Cn(`invalid_input`,422,e,e,``))}}cancel(){this.landing=null,this.voyages.cancel()}forgetLost(){let{landing:e}=this;e&&e.point!==null&&!this.chart.late.has(e.point)&&(this.cancel(),this.on.changed())}async go(e){let{chart:t}=this,{id:n}=t.map;try{if(e===`collapse`)return this.on.paired(await Eo(n,hu));let{x:r,y:i,zoom:a}=t.view.camera,[o]=e===`gap`?await go(n,1,[r,i]):[await _o(n,t.additions.length)];if(!o)return;t.view.flyTo({x:o.x,y:o.y,zoom:Math.max(a,gu)}),this.decode(o.x,o.y)}catch(t){this.on.failed(t,()=>void this.go(e))}}};function vu(e,t){let n=new lu(e,t),r=new Jl(e,n,t),i=new uu(e,{...t,stood:e=>a.beside.select(e)}),a={chart:e,sifting:n,listing:r,standing:i,choosing:new zl(e,t),naming:new iu(e,t),looking:new ru(e,t),layers:new Ul(e,t),along:new El(e,{...t,measured:async()=>{e.column===`along`&&await e.colourBy(Tl),await n.again(Tl),r.look()}}),beside:new Pl(e,{...t,picked:e=>void i.pick(e),drawn:(e,t)=>a.choosing.take(e,t),way:e=>Ol(e,a.choosing.way)}),venturing:new _u(e,{...t,setOff:()=>{i.close(),t.setOff()},landed:()=>a.layers.again(),paired:e=>r.show(e)})};return a}function yu(e){e.venturing.cancel(),e.looking.stop(),e.beside.close(),e.along.stop()}function bu(e,t){t.choosing.adopt(e.choosing),t.looking.adopt(e.looking),t.listing.open=e.listing.open,t.standing.adopt(e.standing)}var xu=125,Su=260,Cu=class{constructor(e,t){this.stayed=e,this.left=t,this.over=null}hover(e,t,n){e!==this.over&&(this.over=e,clearTimeout(this.timer),this.timer=e===null?setTimeout(this.left,Su):setTimeout(()=>this.stayed(e,t,n,()=>this.over===e),xu))}},wu=class extends y{constructor(...e){super(...e),this.map=null,this.n=0,this.src=null}static{this.styles=h`
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
  `}updated(e){let t=this.map?.atlas.at(-1);if(!this.map||!t||this.n>=this.map.count){this.style.removeProperty(`background-image`);return}let n=t.columns*t.rows,r=this.n%n,i=r%t.columns,a=Math.floor(r/t.columns),o=(e,t)=>t>1?e/(t-1)*100:0,s=Xi(this.map.id,t.level,Math.floor(this.n/n));this.style.setProperty(`background-image`,`url("${s}")`),this.style.setProperty(`background-size`,`${t.columns*100}% ${t.rows*100}%`),this.style.setProperty(`background-position`,`${o(i,t.columns)}% ${o(a,t.rows)}%`)}render(){return this.map!==null&&this.n>=this.map.count&&this.src?g`<img src=${this.src} alt="" />`:v}};j([x({attribute:!1})],wu.prototype,`map`,void 0),j([x({type:Number})],wu.prototype,`n`,void 0),j([x()],wu.prototype,`src`,void 0),wu=j([b(`rashin-thumb`)],wu);var Tu=188,Eu=236,Du=class extends y{static{this.styles=[T,h`
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
    `]}constructor(){super(),this.map=null,this.card=null,this.x=0,this.y=0,this.src=null,new A(this)}updated(e){let t=this.parentElement??this.getRootNode().host,n=Math.min(t.clientWidth-Tu-8,Math.max(8,this.x-Tu/2)),r=this.y>Eu?this.y-Eu:this.y+28;this.box?.style.setProperty(`transform`,`translate(${n}px, ${r}px)`)}render(){let{card:e}=this;return e?g`<div class="hover" aria-hidden="true">
      <rashin-thumb .map=${this.map} .n=${e.n} .src=${this.src}></rashin-thumb>
      <p>${O(e.title)}</p>
    </div>`:v}};j([x({attribute:!1})],Du.prototype,`map`,void 0),j([x({attribute:!1})],Du.prototype,`card`,void 0),j([x({type:Number})],Du.prototype,`x`,void 0),j([x({type:Number})],Du.prototype,`y`,void 0),j([x()],Du.prototype,`src`,void 0),j([C(`.hover`)],Du.prototype,`box`,void 0),Du=j([b(`rashin-hover-card`)],Du);var Ou=.15,ku=class extends y{static{this.styles=[T,h`
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
    `]}constructor(){super(),this.busy=!1,this.landing=null,new A(this)}tell(e,t=null){this.dispatchEvent(new CustomEvent(e,{detail:t}))}render(){let{landing:e}=this;if(this.busy)return g`<div class="note" role="status" data-testid="landing" data-state="running">
        <i class="spin"></i><span>${D(`atlas.decoding`)}</span>
        <button class="bare" @click=${()=>this.tell(`cancel`)}>${D(`common.cancel`)}</button>
      </div>`;if(!e)return v;let{error:t,image:n}={error:e.error,image:e.render.image},r=Math.round(e.confidence*100),i=t<Ou?D(`atlas.landingNear`,{percent:r}):D(`atlas.landing`,{percent:r,distance:t.toFixed(+(t<10))});return g`<div class="note" role="status" data-testid="landing" data-state="done">
      ${n?g`<img src=${n.url} alt="" width="56" height="56" />`:v}
      <span>${i}${e.clamped?g`<small>${D(`atlas.edge`)}</small>`:v}</span>
      ${e.point===null?v:g`<button data-testid="landing-open" @click=${()=>this.tell(`open`,e.point)}>
            ${D(`atlas.recipe`)}
          </button>`}
      <button class="bare icon" aria-label=${D(`common.close`)} @click=${()=>this.tell(`cancel`)}>${w(`close`)}</button>
    </div>`}};j([x({type:Boolean})],ku.prototype,`busy`,void 0),j([x({attribute:!1})],ku.prototype,`landing`,void 0),ku=j([b(`rashin-landing`)],ku);var Au=864e3,ju=(e,t)=>new Intl.DateTimeFormat(E()===`ja`?`ja-JP`:`en-GB`,t<Au?{month:`short`,day:`numeric`,hour:`2-digit`,minute:`2-digit`}:{year:`numeric`,month:`short`,day:`numeric`}).format(new Date(e*1e3)),Mu=51,Nu=254,Pu=40,Fu=12,Iu=class extends y{static{this.styles=[T,h`
      svg {
        display: block;
        width: 100%;
        height: 44px;
        touch-action: none;
        cursor: ew-resize;
        border-radius: 4px;
      }
      .row {
        display: flex;
        justify-content: space-between;
        font-size: 0.76rem;
        color: var(--soft);
        font-variant-numeric: tabular-nums;
        margin-top: 2px;
      }
      :host(:focus-within) svg {
        outline: 2px solid var(--accent);
        outline-offset: 2px;
      }
    `]}constructor(){super(),this.bars=new Uint32Array(256),this.label=``,this.min=0,this.max=1,this.low=0,this.high=Nu,this.coloured=!1,this.diverging=!1,this.timed=!1,this.from=null,this.held=`new`,this.brushed=[0,Nu],new A(this)}value(e){let t=this.min+e/Nu*(this.max-this.min);return this.timed?ju(t,this.max-this.min):String(Number(t.toPrecision(3)))}at(e){let t=this.drawing.getBoundingClientRect();return Math.round(Math.min(1,Math.max(0,(e.clientX-t.left)/t.width))*Nu)}begin(e){this.drawing.setPointerCapture(e.pointerId),this.from=this.at(e),this.brushed=[this.low,this.high],this.held=this.grip(this.from)}grip(e){let{low:t,high:n}=this;return t<=0&&n>=Nu?`new`:Math.abs(e-t)<=Fu?`low`:Math.abs(e-n)<=Fu?`high`:e>t&&e<n?`both`:`new`}drag(e){if(this.from===null)return;let t=this.at(e),[n,r]=this.brushed;if(this.held===`low`)this.tell(Math.min(t,r),r);else if(this.held===`high`)this.tell(n,Math.max(t,n));else if(this.held===`both`){let e=Math.min(Nu-r,Math.max(-n,t-this.from));this.tell(n+e,r+e)}else Math.abs(t-this.from)>3&&this.tell(Math.min(this.from,t),Math.max(this.from,t))}end(e){this.from!==null&&Math.abs(this.at(e)-this.from)<=3&&this.held!==`low`&&this.held!==`high`&&this.tell(0,Nu),this.from=null}tell(e,t){this.dispatchEvent(new CustomEvent(`range`,{detail:e<=0&&t>=Nu?null:{low:e,high:t}}))}input(e){return g`<input
      class="off"
      type="range"
      min="0"
      max=${Nu}
      .value=${String(this[e])}
      aria-label=${D(`map.${e}`,{column:this.label})}
      aria-valuetext=${this.value(this[e])}
      @input=${t=>{let n=Number(t.target.value);e===`low`?this.tell(Math.min(n,this.high),this.high):this.tell(this.low,Math.max(n,this.low))}}
      @keydown=${e=>e.stopPropagation()}
    />`}render(){let e=Array.from({length:Mu},(e,t)=>{let n=0;for(let e=t*5;e<Math.min(t*5+5,255);e+=1)n+=this.bars[e]??0;return n}),t=Math.max(1,...e);return g`<svg
        viewBox="0 0 ${Mu} ${Pu}"
        preserveAspectRatio="none"
        aria-hidden="true"
        @pointerdown=${this.begin}
        @pointermove=${this.drag}
        @pointerup=${this.end}
        @pointercancel=${()=>{this.from=null}}
      >
        <rect width=${Mu} height=${Pu} fill="var(--sunken)" />
        ${e.map((e,n)=>{let r=e===0?0:Math.max(1.5,(e/t)**.7*38),i=n*5+4>=this.low&&n*5<=this.high,a=this.coloured?dl(n/50,this.diverging):`var(--faint)`;return _`<rect x=${n+.08} y=${Pu-r} width="0.84" height=${r} fill=${a} opacity=${i?1:.28} />`})}
        ${this.low>0||this.high<Nu?_`<rect x=${this.low/Nu*Mu} y="0" width=${(this.high-this.low)/Nu*Mu} height=${Pu} fill="var(--accent)" opacity="0.14" />
                ${[this.low,this.high].map(e=>_`<rect x=${e/Nu*Mu-.3} y="4" width="0.6" height=${32} rx="0.3" fill="var(--accent)" />`)}`:v}
      </svg>
      ${this.input(`low`)}${this.input(`high`)}
      <div class="row"><span>${this.value(this.low)}</span><span>${this.value(this.high)}</span></div>`}};j([x({attribute:!1})],Iu.prototype,`bars`,void 0),j([x()],Iu.prototype,`label`,void 0),j([x({type:Number})],Iu.prototype,`min`,void 0),j([x({type:Number})],Iu.prototype,`max`,void 0),j([x({type:Number})],Iu.prototype,`low`,void 0),j([x({type:Number})],Iu.prototype,`high`,void 0),j([x({type:Boolean})],Iu.prototype,`coloured`,void 0),j([x({type:Boolean})],Iu.prototype,`diverging`,void 0),j([x({type:Boolean})],Iu.prototype,`timed`,void 0),j([C(`svg`)],Iu.prototype,`drawing`,void 0),Iu=j([b(`rashin-histogram`)],Iu);var Lu=h`
  :host {
    display: flex;
    flex-direction: column;
    min-height: 0;
    width: 268px;
    max-width: 100%;
    background: var(--surface);
    border: 1px solid var(--line);
    border-radius: 12px;
    box-shadow: var(--shadow-small);
    padding: 2px 6px 2px;
  }
  .head,
  .foot {
    display: flex;
    align-items: center;
    flex: none;
  }
  .head label {
    display: flex;
    align-items: center;
    gap: 8px;
    padding-left: 8px;
    font-size: 0.84rem;
    color: var(--soft);
    flex: 1;
    min-width: 0;
  }
  select {
    border: 0;
    background: none;
    font-weight: 600;
    min-height: 38px;
    color: var(--ink);
    flex: 1;
    min-width: 0;
    cursor: pointer;
  }
  option {
    background: var(--surface);
    color: var(--ink);
  }
  .fold,
  .foot button {
    border: 0;
    background: none;
    min-height: 32px;
    min-width: 32px;
    color: var(--soft);
    font-size: 0.82rem;
    padding: 0 8px;
  }
  .fold {
    display: none;
  }
  .scroll {
    overflow-y: auto;
    min-height: 0;
    padding: 0 2px 2px;
    scrollbar-width: thin;
  }
  .field + .field {
    border-top: 1px solid var(--line);
    margin-top: 7px;
    padding-top: 7px;
  }
  h3 {
    padding: 0 6px 4px;
  }
  rashin-histogram {
    display: block;
    padding: 2px 6px 0;
  }
  ul {
    list-style: none;
    margin: 0;
    padding: 0;
  }
  li button {
    display: grid;
    grid-template-columns: 11px minmax(0, 1fr) 34px max-content;
    gap: 8px;
    width: 100%;
    min-height: 28px;
    padding: 0 6px;
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
  .title {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .n {
    color: var(--soft);
    font-size: 0.76rem;
    font-weight: 450;
    font-variant-numeric: tabular-nums;
    min-width: 34px;
    text-align: right;
  }
  li.faded .title,
  li.faded .dot {
    opacity: 0.45;
  }
  svg.dot {
    width: 11px;
    height: 11px;
  }
  svg.bar {
    width: 34px;
    height: 6px;
    fill: var(--line);
  }
  .left {
    margin-left: auto;
    color: var(--soft);
    font-size: 0.78rem;
    font-variant-numeric: tabular-nums;
  }
  @media (max-width: 900px) {
    .fold {
      display: inline-flex;
    }
  }
  @media (max-width: 720px) {
    :host {
      max-height: 46vh;
    }
  }
  @media (pointer: coarse) {
    li button {
      min-height: 40px;
    }
  }
`,Ru=class extends y{static{this.styles=[T,Lu]}constructor(){super(),this.columns=[],this.column=``,this.fields=[],this.shown=0,this.all=0,this.wide=!1,this.folded=matchMedia(`(max-width: 900px)`).matches,new A(this)}tell(e,t=null){this.dispatchEvent(new CustomEvent(e,{detail:t}))}toggle({column:e,filter:t},n){let r=t?.kind===`these`?t.values:[],i=r.includes(n)?r.filter(e=>e!==n):[...r,n],a=i.length>0?{column:e.id,kind:`these`,values:i}:null;this.tell(`filter`,{column:e.id,filter:a})}values(e){let{column:t,bars:n,filter:r}=e,i=r?.kind===`these`?r.values:null,a=[...t.legend.keys(),...(n[255]??0)>0?[255]:[]],o=Math.max(1,...a.map(e=>n[e]??0));return g`<ul data-testid=${t.id===this.column?`legend`:`field-values`}>
      ${a.map(r=>{let a=t.legend[r],s=a?O(a.title):`–`,c=n[r]??0,l=i?.includes(r)??!1;return g`<li class=${i!==null&&!l?`faded`:``}>
          <button
            aria-pressed=${l}
            title=${D(`map.only`,{value:s,n:k(c)})}
            @click=${()=>this.toggle(e,r)}
          >
            <svg class="dot" viewBox="0 0 10 10" aria-hidden="true"
              ><circle cx="5" cy="5" r="5" fill=${t.id===this.column?a?.colour??`#8a94a3`:`var(--faint)`} /></svg
            ><span class="title">${s}</span
            ><svg class="bar" viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true"
              ><rect width=${c/o*100} height="6" rx="1" /></svg
            ><span class="n">${k(c)}</span>
          </button>
        </li>`})}
    </ul>`}numbers(e){let{column:t,bars:n,filter:r}=e,i=r?.kind===`range`?r:{low:0,high:254};return g`<rashin-histogram
      data-testid="histogram-${t.id}"
      .bars=${n}
      .label=${O(t.title)}
      .min=${t.min}
      .max=${t.max}
      .low=${i.low}
      .high=${i.high}
      ?coloured=${t.id===this.column}
      ?diverging=${t.diverging??!1}
      ?timed=${t.unit===`time`}
      @range=${e=>this.tell(`filter`,{column:t.id,filter:e.detail&&{column:t.id,kind:`range`,...e.detail}})}
    ></rashin-histogram>`}one(e,t){return g`<div class="field">
      ${t?g`<h3>${O(e.column.title)}</h3>`:v}
      ${e.column.kind===`number`?this.numbers(e):this.values(e)}
    </div>`}render(){let[e,...t]=this.fields,n=this.fields.some(e=>e.filter!==null)||this.shown<this.all;return g`<div class="head">
        <label>
          ${D(`atlas.colour`)}
          <select
            data-testid="colour"
            .value=${this.column}
            @change=${e=>this.tell(`column`,e.target.value)}
          >
            ${this.columns.map(e=>g`<option value=${e.id} ?selected=${e.id===this.column}>${O(e.title)}</option>`)}
          </select>
        </label>
        <button
          class="fold icon"
          aria-expanded=${!this.folded}
          aria-label=${D(`map.filter`)}
          @click=${()=>{this.folded=!this.folded}}
        >
          ${w(this.folded?`lower`:`up`)}
        </button>
      </div>
      ${this.folded?v:g`<div class="scroll">
            <slot name=${this.column}></slot>
            ${e?this.one(e,!1):v}
            ${this.wide?t.map(e=>this.one(e,!0)):v}
          </div>`}
      <div class="foot">
        ${this.folded?v:g`<button
              data-testid="fields"
              aria-expanded=${this.wide}
              @click=${()=>this.tell(`wide`,!this.wide)}
            >
              ${w(this.wide?`up`:`lower`)}${D(`map.filter`)}
            </button>`}
        ${n?g`<span class="left" role="status" data-testid="left"
              >${D(`map.left`,{n:k(this.shown),all:k(this.all)})}</span
            ><button class="icon" aria-label=${D(`map.filterClear`)} title=${D(`map.filterClear`)} @click=${()=>this.tell(`clear`)}>
              ${w(`close`)}
            </button>`:v}
      </div>`}};j([x({attribute:!1})],Ru.prototype,`columns`,void 0),j([x()],Ru.prototype,`column`,void 0),j([x({attribute:!1})],Ru.prototype,`fields`,void 0),j([x({type:Number})],Ru.prototype,`shown`,void 0),j([x({type:Number})],Ru.prototype,`all`,void 0),j([x({type:Boolean})],Ru.prototype,`wide`,void 0),j([S()],Ru.prototype,`folded`,void 0),Ru=j([b(`rashin-legend`)],Ru);var zu=65536;function Bu(e){if(e.byteLength<4)throw RangeError(`a frame is shorter than its header length`);let t=new DataView(e).getUint32(0,!0);if(t>zu||4+t>e.byteLength)throw RangeError(`a frame is shorter than its header says`);let n=M(JSON.parse(new TextDecoder().decode(new Uint8Array(e,4,t))),`a frame header`);return{view:P(n.view),seq:F(n.seq,-1),id:P(n.id),final:n.final!==!1,step:F(n.step),steps:F(n.steps),mime:P(n.mime,`image/png`),picture:new Uint8Array(e.slice(4+t))}}var Vu=400,Hu=class{constructor(e=`${location.origin.replace(/^http/,`ws`)}${B}/live`){this.address=e,this.socket=null,this.views=new Map,this.retries=0,this.closed=!1,this.connect()}watch(e,t){this.views.set(e,{listener:t,seq:0,inFlight:null,sentAt:0,pending:null,last:null,previews:!1,timer:void 0})}forget(e){clearTimeout(this.views.get(e)?.timer),this.views.delete(e)}ask(e,t,n=!1){let r=this.views.get(e);r&&(r.pending=t,r.previews=n,this.pump(e,r))}cancel(e){let t=this.views.get(e);t&&(clearTimeout(t.timer),t.pending=null,t.inFlight!==null&&(t.inFlight=null,t.last=null,this.socket?.close()))}close(){this.closed=!0,clearTimeout(this.retry);for(let e of this.views.values())clearTimeout(e.timer);this.views.clear(),this.socket?.close()}pump(e,t){if(clearTimeout(t.timer),t.pending===null||this.socket?.readyState!==WebSocket.OPEN)return;let n=performance.now()-t.sentAt;if(t.inFlight!==null&&n<Vu){t.timer=setTimeout(()=>this.pump(e,t),Vu-n);return}t.seq+=1,t.inFlight=t.seq,t.sentAt=performance.now(),t.last=t.pending,t.pending=null;let r=t.previews?{previews:!0}:{};this.socket.send(JSON.stringify({view:e,seq:t.seq,recipe:t.last,...r}))}connect(){if(this.closed)return;let e=new WebSocket(this.address);this.socket=e,e.binaryType=`arraybuffer`,e.addEventListener(`open`,()=>{this.retries=0;for(let[e,t]of this.views)this.pump(e,t)}),e.addEventListener(`message`,e=>this.receive(e.data)),e.addEventListener(`close`,()=>this.reconnect())}reconnect(){if(!this.closed){for(let e of this.views.values())e.inFlight!==null&&(e.pending??=e.last),e.inFlight=null;this.retries+=1,this.retry=setTimeout(()=>this.connect(),Math.min(5e3,250*2**this.retries))}}receive(e){if(e instanceof ArrayBuffer){let t=Bu(e);this.views.get(t.view)?.listener.frame(t)}else typeof e==`string`&&this.receiveState(JSON.parse(e))}receiveState(e){let t=M(e,`a live message`),n=P(t.view),r=this.views.get(n);if(!r)return;let i=P(t.state),a=F(t.seq,-1)===r.inFlight;r.listener.state?.(i),i===`done`&&a&&r.listener.done?.(P(t.id),rn(t.recipe),performance.now()-r.sentAt),i===`failed`&&a&&r.listener.failed?.(Tn(t.error,0)),a&&(i===`done`||i===`failed`||i===`superseded`)&&(r.inFlight=null,this.pump(n,r))}},Uu=null;function G(){return Uu??=new Hu,Uu}var Wu=2**31,Gu=.6,Ku=()=>Math.floor(Math.random()*1e5);function qu(e,t,n=7){return{model:e.id,prompt:t,negative:``,weighted:!1,seed:n,steps:e.steps.default,sampler:e.samplers[0]??``,guidance:e.guidance.default,width:e.size.width,height:e.size.height,scales:{},loras:{},image:null,strength:Gu,first:null,second:null,t:.5,conditioning:null,noise:null}}var Ju=(e,t,n)=>Math.min(n,Math.max(t,e)),Yu=(e,t)=>e.steps.choices.length>0?e.steps.choices.includes(t)?t:e.steps.default:Ju(Math.round(t),e.steps.min,e.steps.max);function Xu(e,t,n){let{sizes:r}=e.size;return r?Ju(Math.round(t/r.multiple)*r.multiple,Math.ceil(r.min/r.multiple)*r.multiple,r.max):n}function Zu(e,t){return{...qu(t,e.prompt,e.seed),negative:t.negativePrompt?e.negative:``,weighted:t.promptWeighting&&e.weighted,image:t.imageToImage?e.image:null,strength:e.strength}}function Qu(e,t){let n=e.steps.choices.filter(e=>e<t);if(n.length>0)return Math.max(...n);let r=Math.max(e.steps.min,Math.ceil(t/3));return e.steps.choices.length===0&&r<t?r:null}var $u=e=>Number(e.toFixed(3));function ed(e){return e.noise===null?e.first===null?null:e.second===null?`img("${e.first}")`:`interpolate(img("${e.first}"), img("${e.second}"), t=${$u(e.t)})`:e.noise}function td(e,t){let n=Object.entries(e.loras).filter(([e,n])=>n!==0&&t.loras.some(t=>t.id===e)).map(([e,t])=>({id:e,scale:t})).sort((e,t)=>e.id<t.id?-1:1),{sizes:r}=t.size;return{...e.sampler!==(t.samplers[0]??``)&&t.samplers.includes(e.sampler)&&{sampler:e.sampler},...t.negativePrompt&&e.negative.trim()!==``&&{negative_prompt:e.negative},...t.promptWeighting&&e.weighted&&{weighted:!0},...r&&e.width!==t.size.width&&{width:e.width},...r&&e.height!==t.size.height&&{height:e.height},...t.imageToImage&&e.image!==null&&{image:e.image,strength:$u(e.strength)},...n.length>0&&{loras:n}}}function nd(e,t){let n=ed(e),r=Object.entries(e.scales).filter(([e,n])=>n!==0&&t.directions.some(t=>t.id===e)).map(([e,t])=>({direction:e,scale:t})),i=t.usesWords?e.conditioning===null?{prompt:e.prompt}:{conditioning:e.conditioning}:{},a=t.steps.max>t.steps.min||t.usesWords?{steps:e.steps,guidance_scale:e.guidance}:{};return{model:e.model,...i,...n===null?{seed:e.seed}:{noise:n},...a,...r.length>0?{steering:r}:{},...td(e,t)}}function rd(e){try{let t=JSON.parse(e);return typeof t==`string`?t:null}catch{return e===``?``:null}}var id=/^noise\((\d+)\)$/,ad=/^img\("([0-9a-f]{64})"\)$/,od=/^img\("([0-9a-f]{64})"(?:,\s*"([\w-]+)")?\)$/,sd=/^interpolate\(img\("([0-9a-f]{64})"\),\s*img\("([0-9a-f]{64})"\),?\s*(?:t=)?([\d.]+)?(?:,\s*along="\w+")?\)$/,cd=e=>{let t=id.exec(e)?.[1];return t===void 0?null:Number(t)};function ld(e){let t=od.exec(e??``);return t?.[1]===void 0?null:{sha256:t[1],method:t[2]??null}}function ud(e,t){let n=rd(e.conditioning),r=cd(e.noise),i=t.usesWords?void 0:ad.exec(e.noise)?.[1],a=t.usesWords?null:sd.exec(e.noise),o=qu(t,n??``,r??0);return{...o,negative:e.negative_prompt??``,weighted:e.weighted===!0,steps:e.steps>0?e.steps:o.steps,sampler:e.sampler??o.sampler,guidance:Number.isFinite(e.guidance_scale)?e.guidance_scale:o.guidance,width:e.width??o.width,height:e.height??o.height,scales:Object.fromEntries(e.steering.map(e=>[e.direction,e.scale])),loras:Object.fromEntries((e.loras??[]).map(e=>[e.id,e.scale])),image:e.image??null,strength:e.strength??o.strength,conditioning:n===null?e.conditioning:null,first:i??a?.[1]??null,second:a?.[2]??null,t:a?.[3]===void 0?.5:Number(a[3]),noise:r===null&&i===void 0&&a===null?e.noise:null}}var dd=e=>String(Number(e.toFixed(3)));function fd(e,t,n){t.negative!==``&&e.set(`negative`,t.negative),t.weighted&&e.set(`weighted`,`1`),t.sampler!==(n.samplers[0]??``)&&e.set(`sampler`,t.sampler),t.width!==n.size.width&&e.set(`width`,String(t.width)),t.height!==n.size.height&&e.set(`height`,String(t.height));for(let[n,r]of Object.entries(t.loras))r!==0&&e.set(`l.${n}`,dd(r));t.image!==null&&(e.set(`image`,t.image),e.set(`strength`,dd(t.strength)))}function pd(e,t){let n=new URLSearchParams({model:e.model});t.usesWords&&n.set(`prompt`,e.prompt),n.set(`seed`,String(e.seed)),e.steps!==t.steps.default&&n.set(`steps`,String(e.steps)),e.guidance!==t.guidance.default&&n.set(`guidance`,String(e.guidance));for(let[t,r]of Object.entries(e.scales))r!==0&&n.set(`d.${t}`,dd(r));return fd(n,e,t),e.first!==null&&n.set(`a`,e.first),e.second!==null&&(n.set(`b`,e.second),n.set(`t`,dd(e.t))),e.conditioning!==null&&n.set(`conditioning`,e.conditioning),e.noise!==null&&n.set(`noise`,e.noise),n.toString()}var md=class{constructor(e){this.search=e}text(e){return this.search.get(e)}figure(e,t,n,r){let i=this.search.get(e),a=i===null||i.trim()===``?NaN:Number(i);return Number.isFinite(a)?Ju(a,n,r):t}hash(e){let t=this.search.get(e);return t!==null&&/^[0-9a-f]{64}$/.test(t)?t:null}scales(e,t){let n={};for(let{id:r,min:i,max:a}of t){let t=this.figure(`${e}.${r}`,0,i,a);t!==0&&(n[r]=t)}return n}};function hd(e,t){let n=e.text(`sampler`),r=t.imageToImage?e.hash(`image`):null,{width:i,height:a}=t.size,o=(n,r)=>Xu(t,e.figure(n,r,1,1e5),r);return{negative:t.negativePrompt?e.text(`negative`)??``:``,weighted:t.promptWeighting&&e.text(`weighted`)===`1`,...n!==null&&t.samplers.includes(n)&&{sampler:n},width:o(`width`,i),height:o(`height`,a),loras:e.scales(`l`,t.loras.map(e=>({id:e.id,min:e.range.min,max:e.range.max}))),image:r,strength:e.figure(`strength`,Gu,.01,1)}}function gd(e,t,n){let r=new md(new URLSearchParams(e)),i=t.find(e=>e.id===r.text(`model`))??t[0];if(!i)return null;let a=r.hash(`a`);return{card:i,state:{...qu(i,r.text(`prompt`)??n),seed:Math.floor(r.figure(`seed`,7,0,Wu)),steps:Yu(i,r.figure(`steps`,i.steps.default,1,1e3)),guidance:r.figure(`guidance`,i.guidance.default,i.guidance.min,i.guidance.max),scales:r.scales(`d`,i.directions),...hd(r,i),first:a,second:a===null?null:r.hash(`b`),t:r.figure(`t`,.5,0,1),conditioning:r.text(`conditioning`),noise:r.text(`noise`)}}}var _d=(e,t)=>`/studio?${pd(ud(e,t),t)}`,vd=e=>`'${e.replaceAll(`'`,`'\\''`)}'`;function yd(e,t){return[`curl -s ${t}${e.path}`,`  -H 'Content-Type: application/json'`,`  -H 'Prefer: wait=20'`,`  -d ${vd(JSON.stringify(e.body))}`].join(` \\
`)}function bd(e){return e==null?`None`:e===!0?`True`:e===!1?`False`:Array.isArray(e)?`[${e.map(bd).join(`, `)}]`:typeof e==`object`?`{${Object.entries(e).map(([e,t])=>`${JSON.stringify(e)}: ${bd(t)}`).join(`, `)}}`:JSON.stringify(e)}function xd(e,t){let n=e.path.endsWith(`/renders`)?`urllib.request.urlretrieve(${JSON.stringify(t)} + answer["image"]["url"], "picture.png")`:`print(json.dumps(answer, indent=2, ensure_ascii=False))`;return`import json, urllib.request

request = urllib.request.Request(
    ${JSON.stringify(t+e.path)},
    data=json.dumps(${bd(e.body)}).encode(),
    headers={"Content-Type": "application/json", "Prefer": "wait=20"},
)
answer = json.load(urllib.request.urlopen(request))
${n}
`}var Sd=class extends y{static{this.styles=[T,h`
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
    `]}constructor(){super(),this.call=null,this.copied=null,new A(this)}async copy(e){if(!this.call)return;let t=e===`curl`?yd:xd;await navigator.clipboard.writeText(t(this.call,location.origin)),this.copied=e,setTimeout(()=>{this.copied=null},1600)}render(){let e=(e,t)=>g`<button data-testid="copy-${e}" ?disabled=${!this.call} @click=${()=>void this.copy(e)}>
        ${w(`copy`)}${this.copied===e?D(`common.copied`):t}
      </button>`;return g`${e(`curl`,D(`common.copyCurl`))}${e(`python`,D(`common.copyPython`))}
      <span class="off" role="status">${this.copied?D(`common.copied`):``}</span>`}};j([x({attribute:!1})],Sd.prototype,`call`,void 0),j([S()],Sd.prototype,`copied`,void 0),Sd=j([b(`rashin-copy-call`)],Sd);var Cd=h`
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
`,wd=512,Td=2048,Ed=class extends y{constructor(...e){super(...e),this.label=``,this.sequence=0,this.shown=0}static{this.styles=h`
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
  `}async show(e){this.sequence+=1;let t=this.sequence,n=await createImageBitmap(e);if(await this.updateComplete,t>this.shown){this.shown=t;let e=this.canvas.getContext(`2d`);if(e){let t=Math.max(n.width,n.height),r=Math.min(Td,Math.max(wd,t))/t,[i,a]=[Math.round(n.width*r),Math.round(n.height*r)];this.canvas.width!==i&&(this.canvas.width=i),this.canvas.height!==a&&(this.canvas.height=a),e.imageSmoothingEnabled=!0,e.imageSmoothingQuality=`high`,e.drawImage(n,0,0,i,a)}this.canvas.dataset.sequence=String(Number(this.canvas.dataset.sequence??0)+1)}n.close()}render(){return g`<canvas
      width=${wd}
      height=${wd}
      role="img"
      aria-label=${this.label}
      data-testid="picture"
      data-sequence="0"
    ></canvas>`}};j([x()],Ed.prototype,`label`,void 0),j([C(`canvas`)],Ed.prototype,`canvas`,void 0),Ed=j([b(`rashin-picture`)],Ed);var Dd=class extends y{static{this.styles=[T,h`
      :host {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(52px, 1fr));
        gap: 7px;
      }
      :host(.six) {
        grid-template-columns: repeat(6, minmax(0, 1fr));
      }
      :host(.seven) {
        grid-template-columns: repeat(7, minmax(0, 1fr));
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
      .pin::after {
        content: "";
        position: absolute;
        inset: -3px -3px -9px -9px;
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
    `]}constructor(){super(),this.name=`strip`,this.recipes=[],this.titles=[],this.pins=null,this.urls=[],this.made=[],this.asked=[],new A(this)}disconnectedCallback(){super.disconnectedCallback(),this.release()}willUpdate(e){e.has(`name`)&&e.get(`name`)!==void 0&&this.release(),(e.has(`recipes`)||e.has(`name`))&&this.begin()}release(){for(let e of this.asked.keys())G().forget(`${this.name}-${e}`);this.asked=[];for(let e of this.urls)e&&URL.revokeObjectURL(e);this.urls=[]}begin(){let{length:e}=this.recipes;for(let t=e;t<this.asked.length;t+=1)G().forget(`${this.name}-${t}`);this.asked.length=Math.min(this.asked.length,e),this.made.length=this.asked.length,this.urls=this.recipes.map((e,t)=>this.urls[t]??``),this.recipes.forEach((e,t)=>{let n=JSON.stringify(e);this.asked[t]!==n&&(this.asked[t]===void 0&&this.watch(t),this.asked[t]=n,this.made[t]=null,G().ask(`${this.name}-${t}`,e))})}watch(e){G().watch(`${this.name}-${e}`,{frame:t=>{if(!t.final)return;let n=URL.createObjectURL(new Blob([t.picture],{type:t.mime})),r=this.urls[e];this.urls=this.urls.with(e,n),r&&setTimeout(()=>URL.revokeObjectURL(r),500)},done:(t,n)=>{this.made[e]=n},failed:e=>this.dispatchEvent(new CustomEvent(`problem`,{detail:e}))})}render(){return this.recipes.map((e,t)=>{let n=this.urls[t],r=this.titles[t]??String(t+1);return g`<div class="tile"><button
        class="take"
        data-testid="${this.name}-${t}"
        aria-label=${n?r:D(`common.loading`)}
        title=${r}
        ?disabled=${!n}
        @click=${()=>this.dispatchEvent(new CustomEvent(`take`,{detail:{index:t,recipe:this.made[t]??null}}))}
      >
        ${n?g`<img src=${n} alt="" />`:g`<span class="empty"></span>`}
      </button>${this.pin(t,r)}</div>`})}pin(e,t){if(this.pins===null)return v;let n=this.pins[e]===!0,r=D(n?`studio.unpin`:`studio.pin`,{title:t});return g`<button
      class="pin ${n?`on`:``}"
      data-testid="pin-${e}"
      aria-pressed=${n}
      aria-label=${r}
      title=${r}
      @click=${()=>this.dispatchEvent(new CustomEvent(`pin`,{detail:e}))}
    >
      ${w(n?`lock`:`unlock`)}
    </button>`}};j([x()],Dd.prototype,`name`,void 0),j([x({attribute:!1})],Dd.prototype,`recipes`,void 0),j([x({attribute:!1})],Dd.prototype,`titles`,void 0),j([x({attribute:!1})],Dd.prototype,`pins`,void 0),j([S()],Dd.prototype,`urls`,void 0),Dd=j([b(`rashin-strip`)],Dd);var Od=`atlas-card`,kd=.8,Ad=7,jd=class extends y{static{this.styles=[T,Cd]}constructor(){super(),this.map=null,this.model=null,this.card=null,this.other=null,this.choosing=!1,this.late=new Map,this.like=null,this.drawn=!1,this.pair=null,new A(this)}connectedCallback(){super.connectedCallback(),G().watch(Od,{frame:e=>{e.final&&(this.drawn=!0,this.picture?.show(new Blob([e.picture],{type:e.mime})))}})}disconnectedCallback(){super.disconnectedCallback(),G().forget(Od)}willUpdate(e){e.has(`card`)&&e.get(`card`)?.n!==this.card?.n&&(this.like=null,this.drawn=!1)}updated(e){e.has(`card`)&&this.card?.recipe&&G().ask(Od,Md(this.card.recipe))}enter(){this.renderRoot.querySelector(`[data-testid=like]`)?.focus()}tell(e,t=null){this.dispatchEvent(new CustomEvent(e,{detail:t}))}moreLikeThis(e){this.like=Array.from({length:6},(t,n)=>({...Md(e),noise:`vary(${e.noise}, amount=${Number((.35+.1*n).toFixed(2))}, seed=${n+1})`}))}between(e,t){return Array.from({length:Ad},(n,r)=>{let i=Number((r/6).toFixed(3));return i===0?Md(e):i===1?Md(t):{...Md(e),...e.conditioning!==``&&{conditioning:`interpolate(${e.conditioning}, ${t.conditioning}, t=${i})`},noise:`interpolate(${e.noise}, ${t.noise}, t=${i})`}})}take(e){let{recipe:t}=e.detail;t&&this.model&&(history.pushState(null,``,_d(t,this.model)),window.dispatchEvent(new PopStateEvent(`popstate`)))}render(){let{card:e}=this;if(!e)return v;let t=e.recipe;return g`<section data-testid="card" aria-label=${O(e.title)}>
      <div class="top">
        <div class="frame">
          <rashin-thumb class="under" .map=${this.map} .n=${e.n} .src=${e.image}></rashin-thumb>
          <rashin-picture class=${this.drawn?`drawn`:``} label=${O(e.title)}></rashin-picture>
        </div>
        <div class="head">
          <h1>${this.title_(e)}</h1>
          ${this.words(e)}
          ${t?this.recipeLine(t):v}
          ${e.distortion>kd?g`<p class="torn" title=${D(`atlas.distortionHelp`,{percent:Math.round(e.distortion*100)})}>
                ${w(`warp`)}${D(`atlas.distortion`)}
              </p>`:v}
        </div>
        <button class="bare icon close" aria-label=${D(`common.close`)} @click=${()=>this.tell(`close`)}>
          ${w(`close`)}
        </button>
      </div>
      ${this.neighbours(e)}
      ${t?g`<div class="acts">
            <button data-testid="like" @click=${()=>this.moreLikeThis(t)}>${w(`spark`)}${D(`atlas.like`)}</button>
            <button
              data-testid="between"
              aria-pressed=${this.choosing}
              @click=${()=>this.tell(`choose`)}
            >
              ${w(`between`)}${D(`atlas.between`)}
            </button>
            ${this.joined(e)?v:g`<button class="wide" data-testid="along-here" @click=${()=>this.tell(`along`,e.n)}>${D(`along.here`)}</button>`}
            ${this.model?g`<a class="button wide" data-testid="open-studio" href=${_d(t,this.model)}
                  >${D(`atlas.studio`)}</a
                >`:v}
          </div>`:v}
      ${this.choosing?g`<p class="quiet choosing">${D(`atlas.pickSecond`)}</p>`:v}
      ${this.like?g`<h3>${D(`atlas.like`)}</h3>
            <rashin-strip class="six" name="like" .recipes=${this.like} @take=${this.take}></rashin-strip>`:v}
      ${this.betweenStrip(t)}
      ${t?g`<rashin-copy-call
            .call=${{path:`/api/v1/renders`,body:{recipe:Md(t)}}}
          ></rashin-copy-call>`:v}
    </section>`}betweenStrip(e){let t=this.other?.recipe;return!e||!t||!this.card||!this.other?v:g`<h3>${O(this.card.title)} → ${O(this.other.title)}</h3>
      <rashin-strip
        class="seven"
        name="between"
        .recipes=${this.kept(e,t)}
        @take=${this.take}
      ></rashin-strip>`}kept(e,t){return(this.pair?.a!==e||this.pair.b!==t)&&(this.pair={a:e,b:t,list:this.between(e,t)}),this.pair.list}joined(e){return this.map!==null&&e.n>=this.map.count}title_(e){return this.joined(e)?D(`atlas.onlyOurs`):O(e.title)}words(e){let t=[...new Set(e.prompt.match(/"[^"]+"/g)??[])].map(e=>e.slice(1,-1)),n=this.joined(e)&&t.length>0?t.slice(0,4).join(` + `):e.prompt;return n===``||n===e.title.en?v:g`<p class="prompt">${n}</p>`}recipeLine(e){let t=/^noise\((\d+)\)$/.exec(e.noise)?.[1];return g`<p class="quiet recipe">${[e.model,...t===void 0?[]:[D(`atlas.seed`,{seed:t})],...e.steps>0?[D(`atlas.steps`,{n:e.steps})]:[]].join(` · `)}</p>`}neighbours(e){return e.neighbours.length===0?v:g`<div>
      <h3>${D(`atlas.neighbours`)}</h3>
      <div class="row" data-testid="neighbours">
        ${e.neighbours.slice(0,15).map(e=>g`<button
            title=${Number.isNaN(e.similarity)?v:e.similarity.toFixed(2)}
            aria-label="${D(`atlas.neighbours`)} ${e.n}"
            @click=${()=>this.tell(`walk`,e.n)}
          >
            <rashin-thumb .map=${this.map} .n=${e.n} .src=${this.late.get(e.n)??null}></rashin-thumb>
          </button>`)}
      </div>
    </div>`}};j([x({attribute:!1})],jd.prototype,`map`,void 0),j([x({attribute:!1})],jd.prototype,`model`,void 0),j([x({attribute:!1})],jd.prototype,`card`,void 0),j([x({attribute:!1})],jd.prototype,`other`,void 0),j([x({type:Boolean})],jd.prototype,`choosing`,void 0),j([x({attribute:!1})],jd.prototype,`late`,void 0),j([S()],jd.prototype,`like`,void 0),j([S()],jd.prototype,`drawn`,void 0),j([C(`rashin-picture`)],jd.prototype,`picture`,void 0),jd=j([b(`rashin-map-card`)],jd);function Md(e){return{model:e.model,...e.conditioning!==``&&{conditioning:e.conditioning},noise:e.noise,...e.steps>0&&{steps:e.steps},...Number.isFinite(e.guidance_scale)&&{guidance_scale:e.guidance_scale},...e.steering.length>0&&{steering:e.steering}}}var Nd=/^[\p{L}\p{N} ,.'’・ー-]+$/u,Pd=/^\d+$/,Fd=/^([^="]+)=([^="]*)$/,Id=e=>e.toLowerCase().replace(/[^a-z0-9]+/g,`-`).replace(/^-+|-+$/g,``).slice(0,48);function Ld(e,t=[]){if(e.trim()===``)return``;let n=Id(e)||`map`,[r,i]=[n,2];for(;t.includes(r);)r=`${n}-${i++}`;return r}function Rd(e,t){let n=e.trim();if(n===``)return null;let r=Fd.exec(n);return r?.[1]&&r[2]!==void 0&&!n.includes(`(`)?{column:r[1].trim(),value:r[2].trim()}:t?Pd.test(n)?Math.max(0,Number(n)-1):null:Nd.test(n)?`"${n}"`:n}function zd(e){let t=e.split(/[\s,、]+/).flatMap(e=>{let t=/^(\d+)\.\.(\d+)$/.exec(e);if(!t)return/^\d+$/.test(e)?[Number(e)]:[];let[n,r]=[Number(t[1]),Number(t[2])];return Array.from({length:Math.max(0,Math.min(1e3,r-n+1))},(e,t)=>n+t)});return[...new Set(t)]}var Bd=h`
  form,
  .source {
    display: grid;
    gap: 12px;
  }
  label,
  .field {
    display: grid;
    gap: 4px;
    font-size: 0.86rem;
    color: var(--soft);
  }
  input:not([type="checkbox"], [type="range"]),
  select,
  textarea {
    width: 100%;
    min-height: 40px;
    padding: 6px 10px;
    font: inherit;
    color: var(--ink);
    background: var(--surface);
    border: 1px solid var(--line);
    border-radius: var(--radius-small, 8px);
  }
  textarea {
    min-height: 104px;
    resize: vertical;
  }
  .pair {
    display: grid;
    grid-template-columns: 1fr 1fr;
    gap: 8px;
  }
  .tick {
    display: flex;
    align-items: center;
    gap: 8px;
    min-height: 40px;
  }
  .say {
    min-height: 2.8em;
    margin: 0;
    font-size: 0.86rem;
    font-variant-numeric: tabular-nums;
  }
  .bad {
    color: var(--bad, #b3261e);
  }
  button {
    min-height: 44px;
  }
`,Vd=e=>e===`direction`?`direction`:`point`,Hd=e=>e===`noise`?`noise`:`prompt`,Ud=e=>{let t=M(e,`a part of an expression`);return{start:F(t.start),end:F(t.end),depth:F(t.depth),kind:Vd(t.kind),expression:P(t.expression),shows:N(t.shows).map(e=>I(e))}};async function Wd(e,t){let n=M(await V(`/expressions/parts`,{method:`POST`,body:e,signal:t}),`the parts of an expression`);return{expression:P(n.expression),kind:Vd(n.kind),place:Hd(n.place),recipe:n.recipe===null?null:rn(n.recipe),parts:N(n.parts).map(Ud)}}async function Gd(e,t,n,r){let i=I(await V(`/expressions/complete`,{method:`POST`,body:{source:e,cursor:t,model:n},signal:r}));return{start:F(i.start),end:F(i.end),candidates:N(i.candidates).map(e=>{let t=I(e);return{text:P(t.text),kind:P(t.kind),detail:P(t.detail),title:t.title?L(t.title):null,image:P(t.image)||null}})}}var Kd=e=>{let t=I(e);return{text:P(t.text),score:F(t.score),n:typeof t.n==`number`?t.n:null,title:t.title?L(t.title):null}};async function qd(e,t){let n=M(await V(`/expressions/nearest`,{method:`POST`,body:e,signal:t}),`what is near an expression`);return{among:P(n.among),items:N(n.items).map(Kd),baselines:N(n.baselines).map(e=>{let t=I(e);return{name:P(t.name),expression:P(t.expression),items:N(t.items).map(Kd)}})}}async function Jd(e){return N(I(await V(`/expressions?${new URLSearchParams({model:e,limit:`24`})}`)).items).map(e=>{let t=I(e);return{expression:P(t.expression),place:Hd(t.place),image:P(I(t.image).url)||null}})}var Yd=(e,t)=>[...e].slice(0,t).join(``).length,Xd=(e,t)=>[...e.slice(0,t)].length;function Zd(e,t){let n=Math.min(Yd(e,t),e.length),r=e.slice(n);return[n,n+(/^(?:"(?:[^"\\]|\\.)*"?|「[^」]*」?|『[^』]*』?|“[^”]*”?|＂[^＂]*＂?|[@＠]?[\p{L}\p{N}_.-]+(?:[(（])?|\s*\S)/u.exec(r)?.[0].length??0)]}var Qd=(e,t)=>[...e].slice(0,t.start).join(``)+t.text+[...e].slice(t.end).join(``),$d=90,ef=/[(=]$/,tf=class extends y{static{this.styles=[T,h`
      :host {
        display: block;
        position: relative;
      }
      .box {
        display: grid;
        border: 1px solid var(--line);
        border-radius: 12px;
        background: var(--raised);
        box-shadow: var(--shadow-small);
      }
      .box:focus-within {
        border-color: var(--accent);
        box-shadow: 0 0 0 1px var(--accent);
      }
      textarea,
      .mirror {
        grid-area: 1 / 1;
        margin: 0;
        padding: 14px 16px;
        min-height: 84px;
        border: 0;
        font-family: ui-monospace, "SFMono-Regular", "Cascadia Code", Menlo, Consolas, "Noto Sans Mono",
          "Noto Sans Mono CJK JP", monospace;
        font-size: 1.14rem;
        line-height: 1.55;
        white-space: pre-wrap;
        overflow-wrap: anywhere;
        word-break: normal;
        tab-size: 2;
        font-variant-ligatures: none;
      }
      textarea {
        background: none;
        resize: none;
        overflow: hidden;
        width: 100%;
        height: 100%;
      }
      textarea:focus-visible {
        outline: none;
      }
      :host([compact]) textarea,
      :host([compact]) .mirror {
        min-height: 40px;
        padding: 7px 10px;
        font-size: 0.95rem;
      }
      .mirror {
        color: transparent;
        pointer-events: none;
      }
      .mirror .wrong {
        text-decoration: underline wavy var(--accent) 2px;
        text-underline-offset: 4px;
        background: var(--accent-wash);
        border-radius: 4px;
      }
      .mirror .lit {
        background: color-mix(in srgb, var(--good) 22%, transparent);
        border-radius: 4px;
      }
      ul {
        position: absolute;
        z-index: 12;
        margin: 6px 0 0;
        padding: 5px;
        list-style: none;
        width: min(400px, 100%);
        max-height: 292px;
        overflow: auto;
        background: var(--raised);
        border: 1px solid var(--line);
        border-radius: 12px;
        box-shadow: var(--shadow);
      }
      li {
        display: grid;
        grid-template-columns: minmax(0, auto) minmax(0, 1fr) auto;
        gap: 10px;
        align-items: center;
        min-height: 36px;
        padding: 3px 9px;
        border-radius: 8px;
        cursor: pointer;
      }
      li[aria-selected="true"],
      li:hover {
        background: var(--sunken);
      }
      li[aria-selected="true"] {
        box-shadow: inset 2px 0 0 var(--accent);
      }
      li code {
        font-size: 0.94rem;
        white-space: nowrap;
        overflow: hidden;
        text-overflow: ellipsis;
      }
      li span {
        color: var(--soft);
        font-size: 0.82rem;
        white-space: nowrap;
        overflow: hidden;
        text-overflow: ellipsis;
      }
      li small {
        color: var(--faint);
        font-size: 0.76rem;
      }
      li.pictured {
        grid-template-columns: auto minmax(0, auto) minmax(0, 1fr) auto;
      }
      li.pictured code {
        min-width: 108px;
      }
      li img {
        width: 28px;
        height: 28px;
        border-radius: 7px;
        background: #fff;
      }
      @media (pointer: coarse) {
        li {
          min-height: 44px;
        }
      }
    `]}constructor(){super(),this.value=``,this.model=``,this.label=``,this.problem=null,this.lit=null,this.offers=null,this.active=-1,this.spot={x:0,y:0},this.asking=new AbortController,new A(this)}disconnectedCallback(){super.disconnectedCallback(),clearTimeout(this.timer),this.asking.abort()}focus(){this.area.focus()}updated(e){e.has(`value`)&&this.area.value!==this.value&&(this.area.value=this.value);let t=this.renderRoot.querySelector(`#offers`);t?.style.setProperty(`left`,`${this.spot.x}px`),t?.style.setProperty(`top`,`${this.spot.y}px`),this.active>=0&&this.renderRoot.querySelector(`[aria-selected="true"]`)?.scrollIntoView({block:`nearest`})}typed(){this.value=this.area.value,this.dispatchEvent(new CustomEvent(`expression`,{detail:this.value})),clearTimeout(this.timer),this.timer=setTimeout(()=>void this.ask(),$d)}async ask(){this.asking.abort(),this.asking=new AbortController;let{signal:e}=this.asking,t=Xd(this.value,this.area.selectionEnd);try{let n=await Gd(this.value,t,this.model,e);if(e.aborted||!(this.renderRoot instanceof ShadowRoot))return;let r=this.renderRoot.activeElement===this.area;this.active=-1,this.offers=r&&n.candidates.length>0&&!this.isWhole(n)?n:null,this.offers&&await this.place(n.start)}catch{this.offers=null}}isWhole(e){let t=this.value.slice(Yd(this.value,e.start),Yd(this.value,e.end));return t!==``&&e.candidates.some(e=>t===e.text||`"${t}"`===e.text)}async place(e){await this.updateComplete;let t=this.mirror.firstChild,n=document.createRange(),r=document.createTreeWalker(this.mirror,NodeFilter.SHOW_TEXT),i=Yd(this.value,e),a=r.nextNode();for(;a&&i>(a.nodeValue?.length??0);)i-=a.nodeValue?.length??0,a=r.nextNode();n.setStart(a??t??this.mirror,a?Math.min(i,a.nodeValue?.length??0):0),n.collapse(!0);let o=n.getBoundingClientRect(),s=this.getBoundingClientRect(),c=Math.min(400,s.width),l=o.width+o.height>0?o.left-s.left:16,u=o.height>0?o.bottom-s.top:46;this.spot={x:Math.max(0,Math.min(l-10,s.width-c)),y:u}}take(e){let{offers:t}=this;if(!t)return;let[n,r]=[Yd(this.value,t.start),Yd(this.value,t.end)],i=e.kind===`words`?n+1:null;this.area.focus(),this.area.setRangeText(e.text,n,r,`end`),i!==null&&this.area.setSelectionRange(i,i),this.offers=null,this.typed(),ef.test(e.text)||clearTimeout(this.timer)}pressed(e){if(e.isComposing)return;let t=this.offers?.candidates.length??0,n=this.offers?.candidates[Math.max(0,this.active)];if(t>0&&(e.key===`ArrowDown`||e.key===`ArrowUp`)){let n=e.key===`ArrowDown`?1:-1;this.active=(this.active+n+t+ +(this.active<0&&n<0))%t}else if(t>0&&e.key===`Escape`)this.offers=null;else if(n&&e.key===`Tab`&&!e.shiftKey)this.take(n);else if(n&&e.key===`Enter`&&this.active>=0)this.take(n);else if(e.key===`Enter`&&!e.shiftKey)this.offers=null,this.dispatchEvent(new Event(`meant`));else if(e.key===` `&&e.ctrlKey)this.ask();else return;e.preventDefault()}render(){let{offers:e}=this;return g`<div class="box">
        <div class="mirror" aria-hidden="true">${this.marked()}${`​`}</div>
        <textarea
          data-testid="expression"
          rows="1"
          spellcheck="false"
          autocapitalize="off"
          autocomplete="off"
          aria-label=${this.label||D(`playground.expression`)}
          aria-invalid=${this.problem?`true`:`false`}
          aria-describedby="problem"
          aria-autocomplete="list"
          aria-controls=${this.offers?`offers`:v}
          aria-activedescendant=${this.active>=0?`offer-${this.active}`:v}
          .value=${this.value}
          @input=${()=>this.typed()}
          @keydown=${e=>this.pressed(e)}
          @blur=${()=>{this.offers=null}}
        ></textarea>
      </div>
      ${e?g`<ul
            id="offers"
            role="listbox"
            data-testid="offers"
            aria-label=${D(`playground.offers`)}
          >
            ${e.candidates.map((e,t)=>this.offer(e,t))}
          </ul>`:v}`}offer(e,t){let n=e.title?O(e.title):e.detail;return g`<li
      id="offer-${t}"
      class=${e.image?`pictured`:``}
      role="option"
      aria-selected=${t===this.active}
      @pointerdown=${e=>e.preventDefault()}
      @click=${()=>this.take(e)}
    >
      ${e.image?g`<img src=${e.image} alt="" loading="lazy" />`:v}
      <code>${e.text.trim()}</code><span>${n}</span>
      <small>${D(`playground.kind.${e.kind}`)}</small>
    </li>`}marked(){let{value:e,problem:t,lit:n}=this,r=t?.position==null?n:Zd(e,t.position);if(!r)return e;let[i,a]=r,o=t?.position==null?`lit`:`wrong`;return g`${e.slice(0,i)}<span class=${o}>${e.slice(i,a)||` `}</span>${e.slice(a)}`}};j([x()],tf.prototype,`value`,void 0),j([x()],tf.prototype,`model`,void 0),j([x()],tf.prototype,`label`,void 0),j([x({attribute:!1})],tf.prototype,`problem`,void 0),j([x({attribute:!1})],tf.prototype,`lit`,void 0),j([S()],tf.prototype,`offers`,void 0),j([S()],tf.prototype,`active`,void 0),j([S()],tf.prototype,`spot`,void 0),j([C(`textarea`)],tf.prototype,`area`,void 0),j([C(`.mirror`)],tf.prototype,`mirror`,void 0),tf=j([b(`rashin-expression-editor`)],tf);var nf=[`right.from`,`right.to`,`up.from`,`up.to`],rf=class extends y{static{this.styles=[T,Bd,h`
      :host {
        display: grid;
        gap: 12px;
      }
      fieldset {
        display: grid;
        grid-template-columns: auto minmax(0, 1fr);
        gap: 6px 10px;
        align-items: center;
        margin: 0;
        padding: 8px 10px 10px;
        border: 1px solid var(--line);
        border-radius: var(--radius-small, 8px);
      }
      legend,
      span {
        color: var(--soft);
        font-size: 0.86rem;
      }
      p {
        margin: 0;
        font-size: 0.82rem;
      }
    `]}constructor(){super(),this.model=``,this.table=!1,this.fields=[],this.ends={},this.problem=null,new A(this)}tell(e,t){this.dispatchEvent(new CustomEvent(`end`,{detail:{name:e,value:t}}))}render(){return g`${[`right`,`up`].map(e=>g`<fieldset>
        <legend>${D(`maps.${e}`)}</legend>
        <span id="${e}.from">${D(`maps.from`)}</span>${this.end(`${e}.from`)}
        <span id="${e}.to">${D(`maps.to`)}</span>${this.end(`${e}.to`)}
      </fieldset>`)}
      <p class="quiet">${D(this.table?`maps.endsTable`:`maps.ends`)}</p>
      <datalist id="values">
        ${this.fields.flatMap(e=>e.values.slice(0,20).map(t=>g`<option value="${e.name} = ${t}"></option>`))}
      </datalist>`}end(e){let t=this.ends[e]??``;return this.table?g`<input
        list="values"
        data-testid=${e}
        aria-labelledby=${e}
        .value=${t}
        @input=${t=>this.tell(e,t.target.value)}
      />`:g`<rashin-expression-editor
      compact
      data-testid=${e}
      label=${`${D(e.startsWith(`right`)?`maps.right`:`maps.up`)} ${D(e.endsWith(`from`)?`maps.from`:`maps.to`)}`}
      model=${this.model}
      .value=${t}
      @expression=${t=>this.tell(e,t.detail)}
    ></rashin-expression-editor>`}};j([x()],rf.prototype,`model`,void 0),j([x({type:Boolean})],rf.prototype,`table`,void 0),j([x({attribute:!1})],rf.prototype,`fields`,void 0),j([x({attribute:!1})],rf.prototype,`ends`,void 0),j([x({attribute:!1})],rf.prototype,`problem`,void 0),rf=j([b(`rashin-build-axes`)],rf);var af=class extends y{constructor(...e){super(...e),this.knobs=[],this.values={}}static{this.styles=[T,Bd]}render(){return g`<div class="pair">${this.knobs.map(e=>this.knob(e))}</div>`}knob(e){let t=this.values[e.name]??e.home;return e.kind===`boolean`?g`<label class="tick"
        ><input type="checkbox" .checked=${t===!0} @change=${t=>this.turn(e,t.target.checked)} />
        ${e.title}</label
      >`:g`<label>${e.title}
      <input
        type="number"
        data-testid="knob-${e.name}"
        min=${e.min}
        max=${e.max}
        step=${e.step}
        .value=${String(t)}
        @change=${t=>this.turn(e,t.target.valueAsNumber)}
      />
    </label>`}turn(e,t){(typeof t!=`number`||Number.isFinite(t))&&this.dispatchEvent(new CustomEvent(`turn`,{detail:{...this.values,[e.name]:t}}))}};j([x({attribute:!1})],af.prototype,`knobs`,void 0),j([x({attribute:!1})],af.prototype,`values`,void 0),af=j([b(`rashin-build-knobs`)],af);var of=[`queued`,`running`,`done`,`failed`,`cancelled`],sf=e=>of.find(t=>t===e)??`queued`;function cf(e){let t=M(e,`an axis`),n=N(t.values).map(e=>typeof e==`number`?e:String(e)),r=N(t.labels);return{knob:P(t.knob),values:n,labels:n.map((e,t)=>P(r[t],String(e)))}}function lf(e){let t=M(e,`a cell`);return{at:N(t.at).map(e=>F(e)),render_id:P(t.render_id),state:sf(t.state),image:sn(t.image),error:cn(t.error)}}function uf(e,t){return typeof e==`number`?e:t.length===0?0:t.filter(e=>e.state!==`queued`&&e.state!==`running`).length/t.length}function df(e){let t=M(e,`a sweep`),n=N(t.cells).map(lf);return{id:P(t.id),recipe:rn(t.recipe),axes:N(t.axes).map(cf),state:sf(t.state),progress:uf(t.progress,n),cells:n,created_at:P(t.created_at)}}var ff=async(e,t)=>df(await V(`/sweeps`,{method:`POST`,body:{recipe:e,axes:t}})),pf=async(e,t)=>df(await V(`/sweeps/${encodeURIComponent(e)}`,t?{signal:t}:{})),mf=async(e,t=20)=>R(await V(`/sweeps?limit=${t}${e===void 0?``:`&cursor=${e}`}`),df),hf=async e=>{await V(`/sweeps/${encodeURIComponent(e)}`,{method:`DELETE`})},gf=e=>`${B}/sweeps/${encodeURIComponent(e)}/table.csv`,_f=e=>`${B}/sweeps/${encodeURIComponent(e)}/grid.png`,vf=(e,t,n,r,i)=>g`<label>${t}
    <input
      data-testid=${e}
      placeholder=${n}
      .value=${r??``}
      @input=${e=>i(e.target.value)}
    />
  </label>`,yf=e=>`${e.axes.map(e=>`${e.knob} × ${e.values.length}`).join(`, `)} · ${e.id.slice(0,8)}`,bf=class extends y{static{this.styles=[T,Bd]}constructor(){super(),this.source=`prompts`,this.values={},this.brought=null,this.sweeps=null,new A(this)}willUpdate(){this.source===`sweep`&&this.sweeps===null&&this.findSweeps()}tell(e,t){this.dispatchEvent(new CustomEvent(e,{detail:t}))}set(e,t){this.tell(`value`,{name:e,value:t})}async findSweeps(){this.sweeps=[];try{this.sweeps=(await mf(void 0,50)).items}catch(e){this.tell(`fail`,z(e))}}async bring(e){if(e&&e.length!==0){this.tell(`bringing`,!0);try{this.tell(`brought`,await $a([...e])),this.tell(`bringing`,!1)}catch(e){this.tell(`bringing`,!1),this.tell(`fail`,z(e))}}}render(){return g`<div class="source">${this.fields()}</div>`}fields(){switch(this.source){case`prompts`:return[this.lines(),this.text(`seeds`,D(`maps.seeds`),`0..3, 7`)];case`template`:return[this.text(`template`,D(`maps.template`),D(`maps.templateHint`)),this.text(`seeds`,D(`maps.seeds`),`0..3, 7`)];case`words`:return this.lines();case`history`:return g`<label class="tick"
          ><input type="checkbox" @change=${e=>this.set(`starred`,e.target.checked?`yes`:``)} />
          ${D(`maps.starred`)}</label
        >`;case`sweep`:return this.sweep();case`upload`:return this.files();default:return g`<p class="quiet">${D(`maps.training`)}</p>`}}sweep(){let e=this.values.sweep??``,t=this.sweeps?.length===0?D(`maps.noSweep`):D(`maps.chooseSweep`);return g`<label>${D(`maps.sweep`)}
      <select data-testid="sweep" @change=${e=>this.set(`sweep`,e.target.value)}>
        <option value="" ?selected=${e===``}>${t}</option>
        ${this.sweeps?.map(t=>g`<option value=${t.id} ?selected=${t.id===e}>${yf(t)}</option>`)}
      </select>
    </label>`}files(){let{brought:e}=this,t=e&&e.leftOut>0?` · ${D(`maps.leftOut`,{n:k(e.leftOut)})}`:``;return g`<label>${D(`maps.files`)}
        <input
          type="file"
          multiple
          data-testid="files"
          accept=".png,.jpg,.jpeg,.webp,.zip,.csv,.parquet,.npy"
          @change=${e=>void this.bring(e.target.files)}
        />
      </label>
      <label
        >${D(`maps.folder`)}
        <input
          type="file"
          webkitdirectory
          data-testid="folder"
          @change=${e=>void this.bring(e.target.files)}
        />
      </label>
      ${e?g`<span role="status">${D(`maps.brought`,{n:k(e.rows)})}${t}</span>`:v}`}lines(){return g`<label>${D(`maps.lines`)}
      <textarea
        data-testid="lines"
        .value=${this.values.lines??``}
        @input=${e=>this.set(`lines`,e.target.value)}
      ></textarea>
    </label>`}text(e,t,n){return vf(e,t,n,this.values[e],t=>this.set(e,t))}};j([x()],bf.prototype,`source`,void 0),j([x({attribute:!1})],bf.prototype,`values`,void 0),j([x({attribute:!1})],bf.prototype,`brought`,void 0),j([S()],bf.prototype,`sweeps`,void 0),bf=j([b(`rashin-build-source`)],bf);var xf=[`prompts`,`template`,`words`,`history`,`sweep`,`upload`,`training`],Sf=[`judge`,`prompt`,`sentence`,`latent`,`noise`,`bottleneck`],Cf=[`judge`,`latent`],wf=350,Tf=[`prompt`,`noise`],Ef=e=>e<90?D(`maps.seconds`,{n:k(Math.max(1,Math.round(e)))}):D(`maps.minutes`,{n:k(Math.round(e/60))}),K=class extends y{static{this.styles=[T,Bd]}constructor(){super(),this.models=[],this.projectors=[],this.spacesOf={},this.maps=[],this.busy=!1,this.source=`prompts`,this.space=`judge`,this.projector=`umap`,this.model=`emoji-vector`,this.brought=null,this.bringing=!1,this.estimate=null,this.problem=null,this.values={seeds:`0`},this.known=[],this.knobs={},this.asking=new AbortController,new A(this);let e=new URLSearchParams(location.search);this.source=xf.find(t=>t===e.get(`source`))??`prompts`,this.space=Sf.find(t=>t===e.get(`space`))??`judge`,this.projector=e.get(`projector`)??`umap`,this.model=e.get(`model`)??`emoji-vector`}disconnectedCallback(){super.disconnectedCallback(),clearTimeout(this.timer),this.asking.abort()}get chosen(){return this.projectors.find(e=>e.id===this.projector)??this.projectors[0]??null}get spaces(){if(this.isTable)return[];let e=this.spacesOf[this.model]??[`judge`];if(this.source===`upload`)return Sf.filter(t=>e.includes(t)&&Cf.includes(t));let t=Sf.filter(t=>e.includes(t));return this.source===`words`&&e.includes(`sentence`)?[`sentence`,...t.filter(e=>e!==`sentence`)]:t}get isTable(){return this.source===`upload`&&this.brought?.kind===`table`}get shown(){return this.spaces.includes(this.space)?this.space:this.spaces[0]}get columns(){return(this.isTable?this.brought?.fields:this.estimate?.fields)??this.known}wish(){let e=this.sourceValue(),t=(this.values.title??``).trim(),n=Ld(t,this.maps.map(e=>e.id)),{shown:r,chosen:i}=this;if(!e||!i||n===``)return null;let a=e=>Rd(this.values[e]??``,this.isTable),o=e=>({from:a(`${e}.from`),to:a(`${e}.to`)});if(i.axes&&nf.some(e=>a(e)===null))return null;let{supervise:s,aligned:c}=this.values,l=r!==void 0&&Tf.includes(r)&&this.source!==`upload`;return{id:n,title:t,model:this.model,source:e,projector:i.id,knobs:this.knobs,...r&&{space:r},...i.axes&&{axes:{right:o(`right`),up:o(`up`)}},...i.supervised&&s&&{supervise:s},...!i.axes&&c&&{aligned:c},...l&&this.values.bare===`yes`&&{pictures:!1}}}sourceValue(){let e=(this.values.lines??``).split(`
`).map(e=>e.trim()).filter(Boolean),t=zd(this.values.seeds??`0`);if(t.length===0&&[`prompts`,`template`].includes(this.source))return null;switch(this.source){case`prompts`:return e.length>0?{kind:`prompts`,prompts:e,seeds:t}:null;case`template`:return this.values.template?{kind:`template`,template:this.values.template,seeds:t}:null;case`words`:return e.length>0?{kind:`words`,words:e}:null;case`history`:return{kind:`history`,starred:this.values.starred===`yes`};case`sweep`:return this.values.sweep?{kind:`sweep`,sweep:this.values.sweep}:null;case`upload`:return this.brought?{kind:`upload`,upload:this.brought.id}:null;case`training`:return{kind:`training`}}}changed(){this.requestUpdate();let e={source:this.source,space:this.space,projector:this.projector,model:this.model};ha(new URLSearchParams(e).toString()),clearTimeout(this.timer),this.timer=setTimeout(()=>void this.ask(),wf)}async ask(){this.asking.abort(),this.asking=new AbortController;let{signal:e}=this.asking,t=this.wish();if(this.estimate=null,this.problem=null,t)try{let n=await qa(t,e);if(e.aborted)return;this.estimate=n,this.known=n.fields}catch(t){e.aborted||(this.problem=z(t))}}set(e,t){this.values[e]=t,this.changed()}submit(e){e.preventDefault();let t=this.wish();t&&this.dispatchEvent(new CustomEvent(`build`,{detail:t}))}render(){let{chosen:e}=this;return g`<form @submit=${e=>this.submit(e)}>
      ${this.text(`title`,D(`maps.name`),D(`maps.nameHint`))}
      ${this.choice(`source`,D(`maps.source`),xf,this.source,e=>D(`maps.source.${e}`),e=>{this.source=e,this.space=this.spaces[0]??`judge`,this.known=[],this.values.supervise=``})}
      <rashin-build-source
        .source=${this.source}
        .values=${{...this.values}}
        .brought=${this.brought}
        @value=${e=>this.set(e.detail.name,e.detail.value)}
        @bringing=${e=>{this.bringing=e.detail,this.problem=null}}
        @brought=${e=>{this.brought=e.detail,this.changed()}}
        @fail=${e=>{this.problem=e.detail}}
      ></rashin-build-source>
      ${this.isTable?v:this.choice(`model`,D(`maps.model`),this.models.map(e=>e.id),this.model,e=>this.modelTitle(e),e=>{this.model=e})}
      ${this.spaces.length>0?this.choice(`space`,D(`maps.space`),this.spaces,this.shown??`judge`,e=>D(`maps.space.${e}`),e=>{this.space=e}):v}
      ${this.shown&&Tf.includes(this.shown)&&this.source!==`upload`?g`<label class="tick"
              ><input type="checkbox" data-testid="bare" @change=${e=>this.set(`bare`,e.target.checked?`yes`:``)} />
              ${D(`maps.bare`)}</label
            >`:v}
      ${this.choice(`projector`,D(`maps.projector`),this.projectors.map(e=>e.id),e?.id??``,e=>e.toUpperCase(),e=>{this.projector=e,this.knobs={}})}
      ${e?.axes?g`<rashin-build-axes
              model=${this.model}
              ?table=${this.isTable}
              .fields=${this.columns}
              .ends=${{...this.values}}
              @end=${e=>this.set(e.detail.name,e.detail.value)}
            ></rashin-build-axes>`:v}
      ${e?.supervised?this.option(`supervise`,D(`maps.supervise`),D(`maps.superviseNone`),this.columns.map(e=>[e.id,O(e.title)])):v}
      ${e&&!e.axes&&this.maps.length>0?this.option(`aligned`,D(`maps.aligned`),D(`maps.alignedNone`),this.maps.map(e=>[e.id,O(e.title)])):v}
      <rashin-build-knobs
        .knobs=${e?.knobs??[]}
        .values=${this.knobs}
        @turn=${e=>{this.knobs=e.detail,this.changed()}}
      ></rashin-build-knobs>
      <p class="say ${this.problem?`bad`:`quiet`}" role="status" data-testid="estimate">${this.told()}</p>
      <button class="primary" data-testid="build" ?disabled=${this.busy||this.bringing||!this.wish()||this.problem!==null||this.wrongSize}>
        ${D(`maps.do`)}
      </button>
    </form>`}get wrongSize(){let{estimate:e}=this;return!!e&&e.points!==null&&(e.points<e.least||e.points>e.most)}modelTitle(e){let t=this.models.find(t=>t.id===e);return t?O(t.title):e}told(){if(this.bringing)return D(`maps.bringing`);if(this.problem)return[this.problem.message,this.problem.expected,this.problem.hint].filter(Boolean).join(` · `);let{estimate:e}=this;if((this.values.title??``).trim()===``)return D(`maps.nameless`);if(!e||e.points===null)return``;let t=k(e.points);return this.wrongSize?D(`maps.wrongSize`,{n:t,least:k(e.least),most:k(e.most)}):e.seconds===null?D(`maps.estimateNone`,{n:t}):D(`maps.estimate`,{n:t,time:Ef(e.seconds)})}text(e,t,n){return vf(e,t,n,this.values[e],t=>this.set(e,t))}choice(e,t,n,r,i,a){return g`<label>${t}
      <select
        data-testid=${e}
        @change=${e=>{let t=n[e.target.selectedIndex];t!==void 0&&a(t),this.changed()}}
      >
        ${n.map(e=>g`<option .value=${e} ?selected=${e===r}>${i(e)}</option>`)}
      </select>
    </label>`}option(e,t,n,r){let i=this.values[e]??``;return g`<label>${t}
      <select data-testid=${e} @change=${t=>this.set(e,t.target.value)}>
        <option value="" ?selected=${i===``}>${n}</option>
        ${r.map(([e,t])=>g`<option value=${e} ?selected=${e===i}>${t}</option>`)}
      </select>
    </label>`}};j([x({attribute:!1})],K.prototype,`models`,void 0),j([x({attribute:!1})],K.prototype,`projectors`,void 0),j([x({attribute:!1})],K.prototype,`spacesOf`,void 0),j([x({attribute:!1})],K.prototype,`maps`,void 0),j([x({type:Boolean})],K.prototype,`busy`,void 0),j([S()],K.prototype,`source`,void 0),j([S()],K.prototype,`space`,void 0),j([S()],K.prototype,`projector`,void 0),j([S()],K.prototype,`model`,void 0),j([S()],K.prototype,`brought`,void 0),j([S()],K.prototype,`bringing`,void 0),j([S()],K.prototype,`estimate`,void 0),j([S()],K.prototype,`problem`,void 0),K=j([b(`rashin-build-form`)],K);var Df=h`
  :host {
    display: block;
  }
  .chip {
    min-height: 32px;
    padding: 4px 10px;
    border: 0;
    border-radius: 8px;
    background: color-mix(in srgb, var(--paper) 86%, transparent);
    font-size: 0.8rem;
    font-weight: 450;
    color: var(--soft);
    font-variant-numeric: tabular-nums;
    text-align: left;
  }
  .chip svg.i {
    width: 14px;
    height: 14px;
  }
  .chip i {
    width: 7px;
    height: 7px;
    border-radius: 50%;
    background: var(--accent);
    flex: none;
  }
  .panel {
    position: absolute;
    left: 0;
    bottom: calc(100% + 6px);
    width: min(360px, calc(100vw - 28px));
    max-height: min(640px, calc(100dvh - 190px));
    overflow-y: auto;
    overscroll-behavior: contain;
    padding: 12px 16px 14px;
    background: var(--surface);
    border: 1px solid var(--line);
    border-radius: var(--radius);
    box-shadow: var(--shadow);
  }
  header {
    display: flex;
    align-items: center;
    gap: 6px;
  }
  header h2 {
    flex: 1;
    min-width: 0;
    font-size: 1rem;
    color: var(--ink);
    overflow-wrap: anywhere;
  }
  header button {
    margin-right: -8px;
  }
  p {
    margin: 2px 0 0;
  }
  h3 {
    margin-top: 14px;
  }
  dl {
    margin: 8px 0 0;
    display: grid;
    gap: 10px;
  }
  dt {
    display: grid;
    grid-template-columns: 1fr auto;
    gap: 2px 10px;
    font-size: 0.88rem;
    font-weight: 600;
  }
  dt b {
    font-variant-numeric: tabular-nums;
  }
  meter {
    grid-column: 1 / -1;
    width: 100%;
    height: 6px;
  }
  dd {
    margin: 1px 0 0;
    font-size: 0.8rem;
    line-height: 1.4;
    color: var(--soft);
  }
  ul {
    list-style: none;
    margin: 6px 0 0;
    padding: 0;
  }
  li button {
    width: 100%;
    min-height: 40px;
    border: 0;
    background: none;
    padding: 4px 10px;
    justify-content: flex-start;
    gap: 10px;
    font-weight: 500;
  }
  li button[aria-pressed="true"],
  li button[aria-pressed="true"]:hover {
    background: var(--sunken) !important;
    color: var(--ink);
    font-weight: 650;
  }
  li small {
    margin-left: auto;
    color: var(--soft);
    font-weight: 450;
    font-variant-numeric: tabular-nums;
  }
  .anew {
    margin-top: 10px;
    min-height: 58px;
  }
  .anew button {
    width: 100%;
  }
  .anew p {
    font-size: 0.8rem;
    margin-top: 5px;
  }
  footer {
    margin-top: 10px;
    font-size: 0.86rem;
  }
  footer a {
    color: var(--soft);
  }
  @media (max-width: 720px) {
    .panel {
      position: fixed;
      left: 0;
      right: 0;
      bottom: 0;
      width: auto;
      max-height: 72dvh;
      border-radius: var(--radius) var(--radius) 0 0;
      z-index: 20;
      padding-bottom: 80px;
    }
    .chip span {
      overflow: hidden;
      text-overflow: ellipsis;
      white-space: nowrap;
    }
  }
`,Of=class extends y{static{this.styles=[T,h`
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
    `]}constructor(){super(),this.words=``,this.share=null,this.fixed=!1,new A(this)}updated(){this.share===null?this.style.removeProperty(`--share`):this.style.setProperty(`--share`,`${Math.round(this.share*1e3)/10}%`)}render(){let e=this.share===null?v:Math.round(this.share*100);return g`<span role="status">${this.words}</span>
      ${this.fixed?v:g`<button data-testid="cancel" @click=${()=>this.dispatchEvent(new Event(`cancel`))}>
            ${D(`common.cancel`)}
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
      </div>`}};j([x()],Of.prototype,`words`,void 0),j([x({attribute:!1})],Of.prototype,`share`,void 0),j([x({type:Boolean})],Of.prototype,`fixed`,void 0),Of=j([b(`rashin-progress`)],Of);var kf=[[`trustworthiness`,`about.trust`,`about.trustHelp`],[`continuity`,`about.continuity`,`about.continuityHelp`],[`recall_15`,`about.recall`,`about.recallHelp`],[`stability`,`about.stability`,`about.stabilityHelp`]],Af=[`render`,`layout`,`quality`,`labels`,`write`],jf=class extends y{static{this.styles=[T,Df]}constructor(){super(),this.map=null,this.words=``,this.versions=[],this.act=null,this.going=null,this.open=!1,this.away=e=>{e.composedPath().includes(this)||this.close()},new A(this)}disconnectedCallback(){super.disconnectedCallback(),window.removeEventListener(`pointerdown`,this.away)}toggle(){this.open?this.close():(this.open=!0,window.addEventListener(`pointerdown`,this.away),this.dispatchEvent(new Event(`open`)),this.updateComplete.then(()=>this.closer?.focus()))}close(e=!1){this.open=!1,window.removeEventListener(`pointerdown`,this.away),e&&this.chip.focus()}get behind(){return this.versions.some(e=>e.current&&e.version!==this.map?.version)}render(){return g`<button
        class="chip"
        data-testid="quality"
        aria-expanded=${this.open}
        aria-haspopup="dialog"
        title=${this.behind?D(`about.behind`):D(`about.open`)}
        @click=${()=>this.toggle()}
      >
        ${this.behind||this.act?g`<i></i>`:v}<span>${this.words}</span>${w(`up`)}
      </button>
      ${this.open&&this.map?this.panel(this.map):v}`}panel(e){return g`<div
      class="panel"
      role="dialog"
      aria-label=${D(`about.open`)}
      data-testid="about"
      @keydown=${e=>{e.stopPropagation(),e.key===`Escape`&&this.close(!0)}}
    >
      <header>
        <h2>${O(e.title)}</h2>
        <button class="bare icon" aria-label=${D(`common.close`)} @click=${()=>this.close(!0)}>${w(`close`)}</button>
      </header>
      <p class="quiet">
        ${[D(`about.points`,{n:k(e.count)}),e.projector.toUpperCase(),D(`about.versionOf`,{n:e.version})].join(` · `)}
      </p>
      <h3>${D(`about.believe`)}</h3>
      <p class="quiet">${D(`about.believeHint`)}</p>
      <dl>
        ${kf.map(([t,n,r])=>Mf(e.quality[t],D(n),D(r)))}
      </dl>
      <h3>${D(`about.versions`)}</h3>
      <ul data-testid="versions">
        ${this.versions.map(t=>this.version(t,e.version))}
      </ul>
      <div class="anew">${this.act?this.layout(this.act):this.anew(e)}</div>
      <footer><a href="/maps">${D(`about.all`)}</a></footer>
    </div>`}version(e,t){let n=e.created===``?``:new Date(e.created).toLocaleDateString(document.documentElement.lang),r=[e.current?D(`about.newest`):``,D(`about.points`,{n:k(e.count)}),e.joined>0?D(`about.joined`,{n:k(e.joined)}):n];return g`<li>
      <button
        data-testid="version-${e.version}"
        aria-pressed=${e.version===t}
        ?disabled=${this.going!==null}
        @click=${()=>this.dispatchEvent(new CustomEvent(`version`,{detail:e}))}
      >
        ${D(`about.version`,{n:e.version})}
        <small>${this.going===e.version?D(`about.going`,{n:e.version}):r.filter(e=>e!==``).join(` · `)}</small>
      </button>
    </li>`}anew(e){let t=e.projector===`axes`;return g`<button
        data-testid="anew"
        ?disabled=${t}
        @click=${()=>this.dispatchEvent(new Event(`anew`))}
      >
        ${D(`about.anew`)}
      </button>
      <p class="quiet">${D(t?`about.anewAxes`:`about.anewHint`)}</p>`}layout(e){let t=Af.find(t=>t===e.stage),n=e.eta_s===null?``:` · ${D(`about.left`,{time:Ef(e.eta_s)})}`,r=e.state===`queued`||!t;return g`<rashin-progress
      .words=${r?D(`about.waiting`):`${D(`about.stage.${t}`)}${n}`}
      .share=${r?null:e.progress}
      @cancel=${()=>this.dispatchEvent(new Event(`cancel`))}
    ></rashin-progress>`}};j([x({attribute:!1})],jf.prototype,`map`,void 0),j([x()],jf.prototype,`words`,void 0),j([x({attribute:!1})],jf.prototype,`versions`,void 0),j([x({attribute:!1})],jf.prototype,`act`,void 0),j([x({attribute:!1})],jf.prototype,`going`,void 0),j([S()],jf.prototype,`open`,void 0),j([C(`.chip`)],jf.prototype,`chip`,void 0),j([C(`header button`)],jf.prototype,`closer`,void 0),jf=j([b(`rashin-map-about`)],jf);var Mf=(e,t,n)=>g`<div>
  <dt>
    ${t}<b>${e===null?D(`about.unknown`):e.toFixed(2)}</b>
    ${e===null?v:g`<meter min="0" max="1" value=${e} aria-label=${t}></meter>`}
  </dt>
  <dd>${n}</dd>
</div>`,Nf=`[a-z0-9_]([a-z0-9_\\-]{0,62}[a-z0-9_])?`,Pf=class extends y{static{this.styles=[T,h`
      .bar {
        display: flex;
        align-items: center;
        gap: 4px;
        padding: 4px 6px 4px 14px;
        background: var(--raised);
        border: 1px solid var(--line);
        border-radius: 14px;
        box-shadow: var(--shadow);
        max-width: 100%;
        overflow-x: auto;
        scrollbar-width: none;
      }
      b {
        font-variant-numeric: tabular-nums;
        white-space: nowrap;
        font-size: 0.92rem;
        margin-right: 6px;
      }
      p {
        margin: 0;
        white-space: nowrap;
      }
      button {
        border: 0;
        background: none;
        min-height: 38px;
        padding: 0 10px;
        white-space: nowrap;
        flex: none;
      }
      button.primary {
        background: var(--accent);
      }
      .ways {
        display: flex;
        border: 1px solid var(--line);
        border-radius: 10px;
        overflow: hidden;
        flex: none;
      }
      .ways button {
        border-radius: 0;
        min-height: 34px;
        font-size: 0.82rem;
        padding: 0 9px;
      }
      i {
        width: 1px;
        height: 22px;
        margin: 0 2px;
        background: var(--line);
        flex: none;
      }
      form {
        display: flex;
        align-items: center;
        gap: 6px;
      }
      input {
        min-height: 36px;
        width: 170px;
        padding: 0 10px;
        border: 1px solid var(--line);
        border-radius: 9px;
        background: var(--surface);
      }
      input:invalid {
        border-color: var(--accent);
      }
      @media (max-width: 720px) {
        p {
          white-space: normal;
          padding: 6px 0;
          font-size: 0.84rem;
        }
      }
    `]}constructor(){super(),this.chosen=0,this.way=`replace`,this.deep=!0,this.naming=!1,new A(this)}tell(e,t=null){this.dispatchEvent(new CustomEvent(e,{detail:t}))}name(){this.naming=!0,this.updateComplete.then(()=>this.input?.focus())}keep(e){e.preventDefault();let t=this.input?.value.trim()??``;t!==``&&(this.naming=!1,this.tell(`keep`,t))}form(){return g`<form @submit=${this.keep}>
      <label class="off" for="name">${D(`map.nameOf`)}</label>
      <input
        id="name"
        data-testid="group-name"
        required
        pattern=${Nf}
        maxlength="64"
        title=${D(`map.nameRule`)}
        placeholder=${D(`map.nameOf`)}
        autocomplete="off"
        autocapitalize="none"
        spellcheck="false"
        @keydown=${e=>{e.stopPropagation(),e.key===`Escape`&&(this.naming=!1)}}
      />
      <button class="primary" data-testid="group-keep">${D(`map.keepDo`)}</button>
    </form>`}render(){let e=(e,t,n=t)=>g`<button data-testid="choice-${e}" title=${n} @click=${()=>this.tell(e)}>${t}</button>`;return g`<div class="bar" role="toolbar" aria-label=${D(`map.chosen`,{n:k(this.chosen)})} data-testid="choice">
      ${this.chosen===0?g`<p class="quiet">${D(`map.chooseHint`)}</p>`:g`<b role="status">${D(`map.chosen`,{n:k(this.chosen)})}</b>`}
      <div class="ways" role="group" aria-label=${D(`map.way`)}>
        ${Dl.map(e=>g`<button
            data-testid="way-${e}"
            aria-pressed=${this.way===e}
            @click=${()=>this.tell(`way`,e)}
          >
            ${D(`map.way.${e}`)}
          </button>`)}
      </div>
      ${this.chosen===0?v:g`<i></i>
            ${this.deep?e(`grow`,D(`map.grow`),D(`map.growHelp`)):v}
            ${e(`invert`,D(`map.invert`))}
            ${this.deep?[e(`like`,D(`map.like`)),e(`unlike`,D(`map.unlike`))]:v}
            ${this.naming?this.form():g`<button data-testid="choice-name" @click=${()=>this.name()}>${D(`map.keep`)}</button>`}
            <button class="icon" data-testid="choice-clear" aria-label=${D(`map.clear`)} title=${D(`map.clear`)} @click=${()=>this.tell(`clear`)}>
              ${w(`close`)}
            </button>`}
    </div>`}};j([x({type:Number})],Pf.prototype,`chosen`,void 0),j([x()],Pf.prototype,`way`,void 0),j([x({type:Boolean})],Pf.prototype,`deep`,void 0),j([S()],Pf.prototype,`naming`,void 0),j([C(`input`)],Pf.prototype,`input`,void 0),Pf=j([b(`rashin-map-choice`)],Pf);var Ff=.75,If=class extends y{static{this.styles=[T,h`
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
    `]}constructor(){super(),new A(this)}tell(e,t=null){this.dispatchEvent(new CustomEvent(e,{detail:t}))}render(){return g`<div class="zoom">
      <button class="icon" aria-label=${D(`atlas.zoomIn`)} @click=${()=>this.tell(`zoom`,Ff)}>${w(`plus`)}</button>
      <button class="icon" aria-label=${D(`atlas.zoomOut`)} @click=${()=>this.tell(`zoom`,-.75)}>${w(`minus`)}</button>
      <button class="icon" aria-label=${D(`atlas.home`)} @click=${()=>this.tell(`home`)}>${w(`home`)}</button>
      <button class="icon keys" aria-label=${D(`atlas.help`)} @click=${()=>this.tell(`keys`)}>${w(`help`)}</button>
    </div>`}};If=j([b(`rashin-map-corner`)],If);var Lf=class extends y{static{this.styles=[T,h`
      :host {
        display: block;
      }
      ul {
        list-style: none;
        margin: 4px 0 0;
        padding: 0;
      }
      li {
        display: flex;
        align-items: center;
      }
      li > button:first-child {
        flex: 1;
        min-width: 0;
        justify-content: flex-start;
        gap: 8px;
        border: 0;
        background: none;
        font-weight: 500;
        min-height: 34px;
        padding: 0 8px;
      }
      li > button[aria-pressed="true"] {
        background: var(--sunken) !important;
        color: var(--ink);
        font-weight: 650;
      }
      .name {
        overflow: hidden;
        text-overflow: ellipsis;
        white-space: nowrap;
      }
      .n {
        margin-left: auto;
        color: var(--soft);
        font-size: 0.8rem;
        font-weight: 450;
        font-variant-numeric: tabular-nums;
      }
      .forget {
        color: var(--faint);
        min-height: 34px;
      }
      p {
        margin: 4px 0 0;
      }
    `]}constructor(){super(),this.groups=[],this.map=``,this.current=null,new A(this)}tell(e,t){this.dispatchEvent(new CustomEvent(e,{detail:t}))}render(){return g`<h3>${D(`map.groups`)}</h3>
      ${this.groups.length===0?g`<p class="quiet">${D(`map.groupsNone`)}</p>`:v}
      <ul data-testid="groups">
        ${this.groups.map(({name:e,count:t,map:n})=>{let r=n===this.map;return g`<li>
            <button
              aria-pressed=${this.current===e}
              ?disabled=${!r}
              aria-label=${D(`map.groupShow`,{name:e})}
              data-testid="group-${e}"
              @click=${t=>this.dispatchEvent(new CustomEvent(`show`,{detail:{name:e,shift:t.shiftKey,alt:t.altKey}}))}
            >
              <span class="name">@${e}</span>
              <span class="n">${r?k(t):D(`map.groupElsewhere`)}</span>
            </button>
            <button class="bare icon forget" aria-label=${D(`map.groupForget`,{name:e})} title=${D(`map.groupForget`,{name:e})} @click=${()=>this.tell(`forget`,e)}>
              ${w(`trash`)}
            </button>
          </li>`})}
      </ul>`}};j([x({attribute:!1})],Lf.prototype,`groups`,void 0),j([x()],Lf.prototype,`map`,void 0),j([x()],Lf.prototype,`current`,void 0),Lf=j([b(`rashin-map-groups`)],Lf);var Rf=h`
  .order {
    display: flex;
    align-items: center;
    gap: 8px;
    margin-bottom: 6px;
    font-size: 0.82rem;
    color: var(--soft);
  }
  .order select {
    flex: 1;
    min-width: 0;
    min-height: 34px;
    border: 0;
    border-radius: 9px;
    background: var(--sunken);
    color: var(--ink);
    padding: 0 6px;
  }
  .sheet {
    pointer-events: auto;
    display: flex;
    flex-direction: column;
    min-height: 0;
    max-height: 100%;
    background: var(--surface);
    border: 1px solid var(--line);
    border-radius: 16px;
    box-shadow: var(--shadow);
  }
  header {
    display: flex;
    align-items: center;
    gap: 8px;
    padding: 6px 6px 6px 16px;
    border-bottom: 1px solid var(--line);
  }
  header h2 {
    font-size: 1rem;
    color: var(--ink);
  }
  header .quiet {
    margin-left: auto;
  }
  .scroll {
    overflow-y: auto;
    min-height: 0;
    padding: 12px 14px 14px;
    scrollbar-width: thin;
  }
  rashin-map-groups,
  .apart,
  section {
    display: block;
    margin: 14px 0 6px;
  }
  section:first-child {
    margin-top: 0;
  }
  .regions {
    display: flex;
    flex-wrap: wrap;
    gap: 5px;
    margin-top: 6px;
  }
  .regions span {
    display: inline-flex;
    max-width: 100%;
  }
  .regions span button:first-child {
    border-radius: var(--radius-small) 0 0 var(--radius-small);
    border-right: 0;
  }
  .regions .name {
    border-radius: 0 var(--radius-small) var(--radius-small) 0;
    min-width: 32px;
    padding: 0 7px;
  }
  .regions .name svg {
    width: 14px;
    height: 14px;
  }
  .regions button {
    min-height: 32px;
    padding: 0 10px;
    font-size: 0.82rem;
    font-weight: 500;
  }
  ul {
    list-style: none;
    margin: 0;
    padding: 0;
  }
  .grid {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(84px, 1fr));
    gap: 8px;
  }
  .grid button,
  .pairs button {
    width: 100%;
    height: 100%;
    padding: 5px;
    border: 0;
    background: none;
    border-radius: 12px;
    font-weight: 500;
  }
  .grid button {
    flex-direction: column;
    justify-content: flex-start;
    align-items: stretch;
    gap: 4px;
    text-align: left;
  }
  .grid button:hover,
  .grid [aria-current],
  .pairs button:hover {
    background: var(--sunken);
  }
  .title {
    font-size: 0.8rem;
    line-height: 1.25;
    display: -webkit-box;
    -webkit-line-clamp: 2;
    -webkit-box-orient: vertical;
    overflow: hidden;
  }
  .prompt {
    font-size: 0.72rem;
    font-weight: 400;
    line-height: 1.25;
    color: var(--soft);
    display: -webkit-box;
    -webkit-line-clamp: 2;
    -webkit-box-orient: vertical;
    overflow: hidden;
  }
  .pairs button {
    justify-content: flex-start;
    text-align: left;
  }
  .pairs rashin-thumb {
    width: 46px;
    flex: none;
  }
  .rest {
    width: 100%;
    margin-top: 10px;
  }
`,zf=60,q=class extends y{static{this.styles=[T,Rf]}constructor(){super(),this.map=null,this.points=[],this.total=0,this.chosen=!1,this.regions=[],this.pairs=null,this.late=new Map,this.groups=[],this.group=null,this.selected=null,this.order=``,this.field=``,this.known=new Map,this.most=zf,new A(this)}willUpdate(e){e.has(`points`)&&e.get(`points`)?.length!==this.points.length&&(this.most=zf),e.has(`map`)&&(this.known=new Map),(e.has(`points`)||e.has(`pairs`))&&this.read()}async read(){let{map:e}=this,t=this.points.slice(0,this.most).filter(e=>!this.known.has(e));if(!e||t.length===0)return;let n=await wo(e.id,t).catch(()=>[]);e===this.map&&(this.known=new Map([...this.known,...n.map(e=>[e.n,e])]))}tell(e,t=null){this.dispatchEvent(new CustomEvent(e,{detail:t}))}more(){this.most+=zf,this.read()}item(e){let t=this.known.get(e),n=t?O(t.title):String(e);return g`<li>
      <button
        aria-current=${e===this.selected?`true`:v}
        data-n=${e}
        @click=${()=>this.tell(`open`,e)}
        @pointerenter=${()=>this.tell(`echo`,e)}
        @focus=${()=>this.tell(`echo`,e)}
        @blur=${()=>this.tell(`echo`,null)}
      >
        <rashin-thumb .map=${this.map} .n=${e} .src=${this.late.get(e)??null}></rashin-thumb>
        <span class="title">${n}</span>
        ${t&&t.prompt!==t.title.en?g`<span class="prompt">${t.prompt}</span>`:v}
      </button>
    </li>`}pairsList(){let{pairs:e}=this;return e?g`<section aria-label=${D(`map.pairs`)} data-testid="pairs">
      <h3>${D(`map.pairs`)}</h3>
      ${e.length===0?g`<p class="quiet">${D(`map.collapseNone`)}</p>`:v}
      <ul class="pairs">
        ${e.map(({points:[e,t],titles:[n,r]})=>g`<li>
            <button @click=${()=>this.tell(`pair`,[e,t])}>
              <rashin-thumb .map=${this.map} .n=${e}></rashin-thumb>
              <rashin-thumb .map=${this.map} .n=${t}></rashin-thumb>
              <span class="title">${O(n)} = ${O(r)}</span>
            </button>
          </li>`)}
      </ul>
    </section>`:v}ordering(){let e={"":D(`list.order.middle`),down:D(`list.order.down`,{field:this.field}),up:D(`list.order.up`,{field:this.field})};return g`<label class="order"
      >${D(`list.order`)}
      <select
        data-testid="order"
        @change=${e=>this.tell(`order`,e.target.value||null)}
      >
        ${Object.entries(e).map(([e,t])=>g`<option value=${e} ?selected=${e===this.order}>${t}</option>`)}
      </select></label
    >`}render(){let e=this.points.slice(0,this.most);return g`<section class="sheet" data-testid="map-list" aria-label=${D(`map.list`)}>
      <header>
        <h2>${D(this.chosen?`map.inChosen`:`map.inView`)}</h2>
        <span class="quiet" role="status">${D(`map.listOf`,{n:k(this.total)})}</span>
        <button class="bare icon" aria-label=${D(`common.close`)} @click=${()=>this.tell(`close`)}>${w(`close`)}</button>
      </header>
      <div class="scroll" @pointerleave=${()=>this.tell(`echo`,null)}>
        ${this.pairsList()}
        ${this.regions.length>0?g`<h3>${D(`map.regionsHere`)}</h3>
              <div class="regions">
                ${this.regions.map(e=>g`<span
                    ><button @click=${()=>this.tell(`region`,e)}>${e}</button
                    ><button
                      class="name"
                      aria-label=${D(`region.editOf`,{title:e})}
                      title=${D(`region.editOf`,{title:e})}
                      @click=${()=>this.tell(`name`,e)}
                    >
                      ${w(`pen`)}
                    </button></span
                  >`)}
              </div>`:v}
        <rashin-map-groups
          .groups=${this.groups}
          .map=${this.map?.name??``}
          .current=${this.group}
          @show=${e=>this.tell(`group`,e.detail)}
          @forget=${e=>this.tell(`forget`,e.detail)}
        ></rashin-map-groups>
        <h3 class="apart">${D(`map.listOf`,{n:k(this.total)})}</h3>
        ${e.length===0?g`<p class="quiet">${D(`map.listEmpty`)}</p>`:v}
        ${this.ordering()}
        <ul class="grid">${e.map(e=>this.item(e))}</ul>
        ${this.points.length>e.length?g`<button class="rest" @click=${()=>this.more()}>
              ${D(`map.listMore`,{n:Math.min(zf,this.points.length-e.length)})}
            </button>`:v}
      </div>
    </section>`}};j([x({attribute:!1})],q.prototype,`map`,void 0),j([x({attribute:!1})],q.prototype,`points`,void 0),j([x({type:Number})],q.prototype,`total`,void 0),j([x({type:Boolean})],q.prototype,`chosen`,void 0),j([x({attribute:!1})],q.prototype,`regions`,void 0),j([x({attribute:!1})],q.prototype,`pairs`,void 0),j([x({attribute:!1})],q.prototype,`late`,void 0),j([x({attribute:!1})],q.prototype,`groups`,void 0),j([x()],q.prototype,`group`,void 0),j([x({type:Number})],q.prototype,`selected`,void 0),j([x()],q.prototype,`order`,void 0),j([x()],q.prototype,`field`,void 0),j([S()],q.prototype,`known`,void 0),j([S()],q.prototype,`most`,void 0),q=j([b(`rashin-map-list`)],q);var Bf=class extends y{constructor(...e){super(...e),this.label=``,this.icon=`more`,this.items=[],this.empty=``,this.busy=!1,this.open=!1,this.away=e=>{e.composedPath().includes(this)||this.close()}}static{this.styles=[T,h`
      :host {
        position: relative;
        display: block;
      }
      [part="button"] {
        border: 0;
        background: none;
        min-height: 38px;
        padding: 0 10px;
        white-space: nowrap;
      }
      [part="button"][aria-expanded="true"] {
        background: var(--sunken);
      }
      [part="button"] .dot {
        width: 7px;
        height: 7px;
        border-radius: 50%;
        background: var(--accent);
      }
      ul {
        position: absolute;
        z-index: 12;
        top: calc(100% + 7px);
        right: 0;
        margin: 0;
        padding: 5px;
        list-style: none;
        min-width: 232px;
        width: max-content;
        max-width: min(320px, calc(100vw - 24px));
        background: var(--raised);
        border: 1px solid var(--line);
        border-radius: 12px;
        box-shadow: var(--shadow);
      }
      [role="menu"] li > * {
        width: 100%;
        justify-content: flex-start;
        text-align: left;
        border: 0;
        background: none;
        font-weight: 500;
        min-height: 38px;
        padding: 4px 10px;
        line-height: 1.3;
      }
      li svg.i {
        color: var(--accent);
      }
      p {
        margin: 0;
        padding: 8px 10px;
        min-height: 0;
      }
      @media (max-width: 900px) {
        span {
          display: none;
        }
        [part="button"] {
          padding: 0;
          min-width: 34px;
          position: relative;
        }
        [part="button"] .dot {
          position: absolute;
          top: 7px;
          right: 3px;
        }
        ul {
          position: fixed;
          left: 10px;
          right: 10px;
          top: auto;
          bottom: 68px;
          width: auto;
          max-width: none;
        }
      }
    `]}disconnectedCallback(){super.disconnectedCallback(),window.removeEventListener(`pointerdown`,this.away)}toggle(){this.open?this.close():(this.open=!0,window.addEventListener(`pointerdown`,this.away),this.dispatchEvent(new CustomEvent(`open`)),this.updateComplete.then(()=>this.entries[0]?.focus()))}close(e=!1){this.open=!1,window.removeEventListener(`pointerdown`,this.away),e&&this.button.focus()}get entries(){return[...this.renderRoot.querySelectorAll(`li > button, li > a`)]}keys(e){e.stopPropagation(),e.key===`Escape`&&this.close(!0);let t=e.key===`ArrowDown`?1:e.key===`ArrowUp`?-1:0;if(t===0)return;e.preventDefault();let{entries:n}=this;n[(n.findIndex(e=>e.matches(`:focus`))+t+n.length)%n.length]?.focus()}choose(e){e.on===void 0&&this.close(!0),this.dispatchEvent(new CustomEvent(`choose`,{detail:e.id}))}entry(e){return e.href===void 0?g`<button
      role=${e.on===void 0?`menuitem`:`menuitemcheckbox`}
      aria-checked=${e.on??v}
      data-testid="menu-${e.id}"
      @click=${()=>this.choose(e)}
    >
      ${e.on?w(`tick`):v}${e.label}
    </button>`:g`<a class="button" role="menuitem" download href=${e.href} @click=${()=>this.close()}
        >${w(`down`)}${e.label}</a
      >`}render(){return g`<button
        part="button"
        aria-haspopup="menu"
        aria-expanded=${this.open}
        aria-label=${this.label}
        title=${this.label}
        ?disabled=${this.busy}
        @click=${()=>this.toggle()}
      >
        ${w(this.icon)}<span>${this.label}</span>${this.items.some(e=>e.on)?g`<i class="dot"></i>`:v}
      </button>
      ${this.open?g`<ul role="menu" aria-label=${this.label} @keydown=${this.keys}>
            ${this.items.map(e=>g`<li role="none">${this.entry(e)}</li>`)}
            ${this.items.length===0?g`<li><p class="quiet">${this.empty}</p></li>`:v}
          </ul>`:v}`}};j([x()],Bf.prototype,`label`,void 0),j([x()],Bf.prototype,`icon`,void 0),j([x({attribute:!1})],Bf.prototype,`items`,void 0),j([x()],Bf.prototype,`empty`,void 0),j([x({type:Boolean})],Bf.prototype,`busy`,void 0),j([S()],Bf.prototype,`open`,void 0),j([C(`[part=button]`)],Bf.prototype,`button`,void 0),Bf=j([b(`rashin-map-menu`)],Bf);var Vf=120,Hf=class extends y{static{this.styles=[T,h`
      .panel {
        width: 320px;
        max-width: 100%;
        padding: 10px 14px 14px;
        background: var(--surface);
        border: 1px solid var(--line);
        border-radius: var(--radius);
        box-shadow: var(--shadow);
      }
      header {
        display: flex;
        align-items: center;
        gap: 8px;
      }
      header h2 {
        flex: 1;
      }
      header button {
        margin-right: -8px;
      }
      form {
        display: flex;
        gap: 8px;
      }
      input {
        flex: 1;
        min-width: 0;
        min-height: 40px;
        padding: 0 11px;
        border: 1px solid var(--line);
        border-radius: var(--radius-small);
        background: var(--sunken);
        font-weight: 600;
      }
      p {
        margin: 0 0 6px;
      }
      h3 {
        margin-top: 12px;
      }
      ul {
        list-style: none;
        display: flex;
        flex-wrap: wrap;
        gap: 6px;
        margin: 7px 0 0;
        padding: 0;
      }
      li button {
        min-height: 36px;
        padding: 0 11px;
        font-weight: 500;
      }
      small {
        color: var(--soft);
        font-variant-numeric: tabular-nums;
      }
      .back {
        margin-top: 10px;
        padding: 0 8px 0 4px;
        min-height: 36px;
        font-weight: 500;
      }
      @media (max-width: 720px) {
        .panel {
          width: 100%;
        }
      }
    `]}constructor(){super(),this.region=null,this.busy=!1,this.returnTo=null,new A(this)}updated(e){let t=e.get(`region`);e.has(`region`)&&(this.region&&!t&&(this.returnTo=this.getRootNode().activeElement,this.input?.focus(),this.input?.select()),!this.region&&t&&this.returnTo?.focus())}call(e){this.dispatchEvent(new CustomEvent(`call`,{detail:e}))}keep(e){e.preventDefault();let t=this.input?.value.trim()??``,{region:n}=this;t!==``&&n&&this.call({...n.computed===null?{}:n.title,[E()]:t})}close(){this.dispatchEvent(new Event(`close`))}render(){let{region:e}=this;if(!e)return v;let{computed:t,alternates:n}=e;return g`<div
      class="panel"
      role="dialog"
      aria-label=${D(`region.edit`)}
      data-testid="region"
      @keydown=${e=>{e.stopPropagation(),e.key===`Escape`&&this.close()}}
    >
      <header>
        <h2>${D(`region.edit`)}</h2>
        <small>${D(`region.count`,{n:k(e.count)})}</small>
        <button class="bare icon" aria-label=${D(`common.close`)} @click=${()=>this.close()}>${w(`close`)}</button>
      </header>
      <form @submit=${this.keep}>
        <label class="off" for="name">${D(`region.own`)}</label>
        <input id="name" data-testid="region-name" required maxlength=${Vf} autocomplete="off" .value=${O(e.title)} />
        <button class="primary" data-testid="region-keep" ?disabled=${this.busy}>${D(`region.save`)}</button>
      </form>
      ${n.length===0?v:g`<h3>${D(`region.alternates`)}</h3>
            <ul>
              ${n.map(({title:e,score:t})=>g`<li>
                    <button data-testid="region-other" ?disabled=${this.busy} @click=${()=>this.call(e)}>
                      ${O(e)}${t===null?v:g`<small title=${D(`region.score`,{n:t.toFixed(1)})}>${t.toFixed(1)}</small>`}
                    </button>
                  </li>`)}
            </ul>`}
      ${t===null?v:g`<button class="bare back" data-testid="region-back" ?disabled=${this.busy} @click=${()=>this.call(null)}>
            ${w(`undo`)}${D(`region.back`,{title:O(t)})}
          </button>`}
    </div>`}};j([x({attribute:!1})],Hf.prototype,`region`,void 0),j([x({type:Boolean})],Hf.prototype,`busy`,void 0),j([C(`input`)],Hf.prototype,`input`,void 0),Hf=j([b(`rashin-map-region`)],Hf);var Uf=10,Wf=class extends y{static{this.styles=[T,h`
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
      .token {
        display: inline-flex;
        align-items: center;
        gap: 7px;
        padding: 3px 9px 3px 4px;
        border-radius: 9px;
        background: var(--sunken);
        font-size: 0.84rem;
        font-weight: 600;
        white-space: nowrap;
        min-height: 30px;
        padding-left: 9px;
      }
      .token img {
        border-radius: 7px;
        margin-left: -5px;
        object-fit: cover;
      }
      .mistake {
        margin: 6px 0 0;
        padding: 8px 12px;
        font-size: 0.86rem;
        background: var(--surface);
        border: 1px solid var(--line);
        border-left: 3px solid var(--accent);
        border-radius: 10px;
        box-shadow: var(--shadow-small);
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
    `]}constructor(){super(),this.map=null,this.best=null,this.words=``,this.busy=!1,this.picture=null,this.like=0,this.unlike=0,this.mistake=``,new A(this)}focus(){this.input.focus(),this.input.select()}tell(e,t){this.dispatchEvent(new CustomEvent(e,{detail:t}))}clear(){this.tell(`forget`,null),this.tell(`words`,``),this.input.value=``,this.input.blur()}get token(){return this.picture===null?this.like+this.unlike===0?``:[...this.like>0?[D(`map.askLike`,{n:k(this.like)})]:[],...this.unlike>0?[D(`map.askUnlike`,{n:k(this.unlike)})]:[]].join(` · `):D(`map.askPicture`)}heading(){return(this.best?.length??0)===0?D(`atlas.searchNone`):this.token||D(`atlas.best`,{words:this.words})}render(){let{best:e,words:t,token:n}=this;return g`<label>
        ${w(`search`)}<span class="off">${D(`map.ask`)}</span>
        ${n?g`<span class="token" data-testid="token"
              >${this.picture===null?v:g`<img src=${this.picture} alt="" width="26" height="26" />`}${n}</span
            >`:v}
        <input
          type="search"
          data-testid="search"
          autocomplete="off"
          spellcheck="false"
          maxlength="2000"
          placeholder=${n?``:D(`map.ask`)}
          aria-invalid=${this.mistake!==``}
          .value=${t}
          @input=${()=>this.tell(`words`,this.input.value)}
          @keydown=${e=>{e.key===`Enter`&&!e.isComposing&&this.tell(`go`,null),e.key===`Escape`&&this.clear(),e.stopPropagation()}}
        />
        ${t===``&&n===``?g`<button class="bare icon" aria-label=${D(`map.askPicture`)} title=${D(`map.askPicture`)} @click=${()=>this.file.click()}>
              ${w(`image`)}
            </button>`:g`<button class="bare icon" aria-label=${D(`atlas.searchClear`)} @click=${()=>this.clear()}>
              ${w(`close`)}
            </button>`}
      </label>
      ${this.busy?g`<div class="bar"></div>`:v}
      ${this.mistake===``?v:g`<p class="mistake" role="status" data-testid="mistake">${this.mistake}</p>`}
      <input
        class="off"
        type="file"
        accept="image/png,image/jpeg,image/webp"
        tabindex="-1"
        aria-hidden="true"
        @change=${()=>{let e=this.file.files?.[0];e&&this.tell(`file`,e),this.file.value=``}}
      />
      ${e===null||t===``&&n===``?v:g`<div class="best" data-testid="results">
            <h3>${this.heading()}</h3>
            <div class="row">
              ${e.slice(0,Uf).map((e,t)=>g`<button
                  aria-label="${t+1} · ${Math.round(e.score*100)} %"
                  @click=${()=>this.tell(`pick`,e.n)}
                >
                  <rashin-thumb .map=${this.map} .n=${e.n}></rashin-thumb>
                </button>`)}
            </div>
          </div>`}`}};j([x({attribute:!1})],Wf.prototype,`map`,void 0),j([x({attribute:!1})],Wf.prototype,`best`,void 0),j([x()],Wf.prototype,`words`,void 0),j([x({type:Boolean})],Wf.prototype,`busy`,void 0),j([x()],Wf.prototype,`picture`,void 0),j([x({type:Number})],Wf.prototype,`like`,void 0),j([x({type:Number})],Wf.prototype,`unlike`,void 0),j([x()],Wf.prototype,`mistake`,void 0),j([C(`input[type=search]`)],Wf.prototype,`input`,void 0),j([C(`input[type=file]`)],Wf.prototype,`file`,void 0),Wf=j([b(`rashin-map-search`)],Wf);var Gf=[`hand`,`lasso`,`box`,`brush`,`polygon`],Kf=class extends y{static{this.styles=[T,h`
      :host {
        display: flex;
        align-items: center;
        padding: 3px;
        background: var(--surface);
        border: 1px solid var(--line);
        border-radius: 12px;
        box-shadow: var(--shadow-small);
      }
      div {
        display: flex;
      }
      button {
        border: 0;
        background: none;
        min-height: 38px;
        min-width: 38px;
        border-radius: 9px;
      }
      button[aria-pressed="true"],
      button[aria-pressed="true"]:hover {
        background: var(--ink) !important;
        color: var(--surface);
      }
      @media (max-width: 720px) {
        :host {
          justify-content: space-between;
        }
        button {
          min-width: 34px;
        }
        i {
          margin: 0 1px !important;
        }
      }
      i {
        width: 1px;
        height: 22px;
        margin: 0 4px;
        background: var(--line);
        flex: none;
      }
    `]}constructor(){super(),this.tool=`hand`,this.listing=!1,new A(this)}tell(e,t=null){this.dispatchEvent(new CustomEvent(e,{detail:t}))}render(){return g`<div role="group" aria-label=${D(`map.tools`)}>
        ${Gf.map(e=>g`<button
            class="icon"
            data-testid="tool-${e}"
            aria-pressed=${this.tool===e}
            aria-label=${D(`map.${e}`)}
            title=${D(`map.${e}`)}
            @click=${()=>this.tell(`tool`,e)}
          >
            ${w(e)}
          </button>`)}
      </div>
      <i></i>
      <button
        class="icon"
        data-testid="list"
        aria-pressed=${this.listing}
        aria-label=${D(`map.list`)}
        title=${D(`map.list`)}
        @click=${()=>this.tell(`list`)}
      >
        ${w(`rows`)}
      </button>
      <i></i>
      <slot></slot>`}};j([x()],Kf.prototype,`tool`,void 0),j([x({type:Boolean})],Kf.prototype,`listing`,void 0),Kf=j([b(`rashin-map-tools`)],Kf);var qf=5,Jf=class extends y{static{this.styles=[T,h`
      :host {
        display: block;
        padding: 0 6px 8px;
      }
      form {
        display: flex;
        gap: 4px;
      }
      input {
        flex: 1;
        min-width: 0;
        min-height: 36px;
        padding: 0 9px;
        border: 1px solid var(--line);
        border-radius: 9px;
        background: var(--sunken);
        font: 0.82rem/1.3 ui-monospace, monospace;
      }
      input[aria-invalid="true"] {
        border-color: var(--bad, #c3392b);
      }
      button.icon {
        min-width: 36px;
        min-height: 36px;
      }
      select {
        width: 100%;
        min-height: 34px;
        margin-top: 5px;
        border: 0;
        border-radius: 9px;
        background: var(--sunken);
        font-size: 0.82rem;
        padding: 0 6px;
      }
      p {
        margin: 5px 2px 0;
        font-size: 0.78rem;
        line-height: 1.35;
        overflow-wrap: anywhere;
      }
      .end {
        display: grid;
        grid-template-columns: 10px minmax(0, 1fr) auto;
        align-items: center;
        gap: 7px;
        margin-top: 6px;
        font-size: 0.82rem;
      }
      .end .name {
        overflow: hidden;
        text-overflow: ellipsis;
        white-space: nowrap;
      }
      .end .dot {
        width: 10px;
        height: 10px;
      }
      .row {
        display: flex;
        gap: 3px;
      }
      .row button {
        width: 28px;
        min-width: 0;
        min-height: 28px;
        padding: 0;
        border: 0;
        background: none;
        border-radius: 22%;
      }
      .row rashin-thumb {
        width: 28px;
      }
      .busy {
        opacity: 0.55;
      }
      @media (pointer: coarse) {
        .row button,
        .row rashin-thumb {
          width: 34px;
        }
        .row button:last-child {
          display: none;
        }
        input,
        button.icon,
        select {
          min-height: 42px;
        }
      }
    `]}constructor(){super(),this.map=null,this.said=``,this.ends=[],this.problem=null,this.busy=!1,this.directions=[],this.groups=[],new A(this)}aim(e){this.dispatchEvent(new CustomEvent(`aim`,{detail:e}))}turned(){let e=/^dir\((.+), (.+)\)$/s.exec(this.said);if(e)return`dir(${e[2]}, ${e[1]})`;let t=/^-1 \* \((.*)\)$/s.exec(this.said);return t?t[1]??``:`-1 * (${this.said})`}updated(e){let t=this.problem?.position;e.has(`problem`)&&typeof t==`number`&&this.renderRoot.querySelector(`input:focus`)&&this.input.setSelectionRange(t,this.said.length)}mistake(){let{problem:e}=this;if(!e)return v;let t=typeof e.position==`number`?` (${D(`along.at`,{n:e.position+1})})`:``,n=[e.expected,e.hint].filter(Boolean).join(`. `);return g`<p role="alert" data-testid="along-mistake">${e.message}${t}${n?g`. ${n}`:v}</p>`}end(e,t){return g`<div class="end" data-testid="end-${t}">
      <svg class="dot" viewBox="0 0 10 10" aria-hidden="true"><circle cx="5" cy="5" r="5" fill=${e.colour} /></svg>
      <span class="name" title=${e.title}>${e.title}</span>
      <span class="row">${e.points.slice(0,qf).map((t,n)=>g`<button
            data-n=${t}
            aria-label=${D(`along.example`,{end:e.title,n:n+1})}
            @click=${()=>this.dispatchEvent(new CustomEvent(`pick`,{detail:t}))}
          ><rashin-thumb .map=${this.map} .n=${t}></rashin-thumb></button>`)}</span>
    </div>`}ready(){let e=this.groups.filter(e=>e.map===this.map?.name);return this.directions.length+e.length===0?v:g`<select
      data-testid="along-ready"
      aria-label=${D(`along.ready`)}
      @change=${e=>{let t=e.target;this.aim(t.value),t.selectedIndex=0}}
    >
      <option value="" selected>${D(`along.ready`)} …</option>
      ${this.directions.map(e=>g`<option value='dir("${e.id}")'>${O(e.title)}</option>`)}
      ${e.length>0?g`<optgroup label=${D(`along.groups`)}>
            ${e.map(e=>g`<option value="mean(@${e.name})">@${e.name}</option>`)}
            ${e.flatMap(t=>e.filter(e=>e!==t).map(e=>g`<option value="dir(@${t.name}, @${e.name})">@${t.name} → @${e.name}</option>`))}
          </optgroup>`:v}
    </select>`}render(){let[e,t]=this.ends;return g`<form
        @submit=${e=>{e.preventDefault(),this.aim(this.input.value)}}
      >
        <input
          data-testid="along"
          aria-label=${D(`along.box`)}
          aria-invalid=${this.problem!==null}
          placeholder=${D(`along.hint`)}
          spellcheck="false"
          autocomplete="off"
          maxlength="20000"
          .value=${this.said}
          @change=${()=>this.aim(this.input.value)}
          @keydown=${e=>e.stopPropagation()}
        />
        ${this.said!==``&&!this.said.startsWith(`#`)?g`<button type="button" class="icon bare" data-testid="along-turn" aria-label=${D(`along.turn`)} title=${D(`along.turn`)} @click=${()=>this.aim(this.turned())}>${w(`between`)}</button>`:v}
      </form>
      ${this.ready()}
      ${this.mistake()}
      ${this.said===``?g`<p class="quiet">${D(`along.help`)}</p>`:v}
      <div class=${this.busy||this.problem?`busy`:``} aria-busy=${this.busy}>
        ${e?this.end(e,`low`):v} ${t?this.end(t,`high`):v}
      </div>`}};j([x({attribute:!1})],Jf.prototype,`map`,void 0),j([x()],Jf.prototype,`said`,void 0),j([x({attribute:!1})],Jf.prototype,`ends`,void 0),j([x({attribute:!1})],Jf.prototype,`problem`,void 0),j([x({type:Boolean})],Jf.prototype,`busy`,void 0),j([x({attribute:!1})],Jf.prototype,`directions`,void 0),j([x({attribute:!1})],Jf.prototype,`groups`,void 0),j([C(`input`)],Jf.prototype,`input`,void 0),Jf=j([b(`rashin-map-along`)],Jf);var Yf=3,Xf=8,Zf=12,Qf=e=>Math.round(e*100),$f=class extends y{static{this.styles=[T,h`
      :host {
        display: block;
        width: min(760px, calc(100vw - 24px));
        background: var(--surface);
        border: 1px solid var(--line);
        border-radius: 12px;
        box-shadow: var(--shadow-small);
        padding: 7px 10px 7px 14px;
        pointer-events: auto;
      }
      .line {
        display: flex;
        align-items: center;
        gap: 8px;
      }
      p {
        margin: 0;
        flex: 1;
        font-size: 0.86rem;
        line-height: 1.4;
      }
      h3 {
        margin: 8px 0 4px;
      }
      @media (max-width: 720px) {
        .word {
          display: none;
        }
        p {
          font-size: 0.8rem;
        }
        .short {
          display: -webkit-box;
          -webkit-box-orient: vertical;
          -webkit-line-clamp: 3;
          overflow: hidden;
        }
      }
      .more {
        max-height: min(40vh, 330px);
        overflow-y: auto;
        scrollbar-width: thin;
      }
      .regions {
        display: grid;
        grid-template-columns: repeat(auto-fill, minmax(210px, 1fr));
        gap: 0 14px;
      }
      .regions button {
        display: grid;
        grid-template-columns: minmax(0, 1fr) 52px 38px;
        gap: 8px;
        min-height: 32px;
        padding: 0 6px;
        border: 0;
        background: none;
        text-align: left;
        font-weight: 450;
        font-size: 0.84rem;
      }
      .regions .name,
      .pairs .name {
        overflow: hidden;
        text-overflow: ellipsis;
        white-space: nowrap;
      }
      svg.bar {
        width: 52px;
        height: 6px;
        fill: var(--accent);
      }
      .n {
        color: var(--soft);
        text-align: right;
        font-variant-numeric: tabular-nums;
      }
      .pairs {
        display: grid;
        grid-template-columns: repeat(auto-fill, minmax(92px, 1fr));
        gap: 6px;
      }
      .pairs button {
        display: grid;
        grid-template-columns: 1fr 1fr;
        gap: 3px;
        padding: 4px;
        border: 0;
        background: none;
        font-weight: 450;
        font-size: 0.74rem;
      }
      .pairs .name {
        grid-column: 1 / -1;
        text-align: center;
      }
    `]}constructor(){super(),this.found=null,this.here=null,this.there=null,this.open=!1,new A(this)}sentence(){let{found:e}=this;if(!e)return``;let{regions:t,mean:n}=e,r=D(`differ.share`,{n:k(e.shared),here:k(e.here),there:k(e.there)});if(n===null)return`${r} ${D(`differ.few`)}`;if(t.length<2)return`${r} ${D(`differ.plain`,{share:Qf(n)})}`;let i=[...new Set(t.map(e=>O(e.title)))],a=new Intl.ListFormat(E()).format(i.slice(0,Math.min(Yf,i.length-1)));return`${r} ${D(`differ.sentence`,{share:Qf(n),most:a,least:i.at(-1)??``})}`}tell(e,t){this.dispatchEvent(new CustomEvent(e,{detail:t}))}render(){let{found:e}=this;return e?g`<div class="line">
        <p role="status" data-testid="differ" class=${this.open?``:`short`}>${this.sentence()}</p>
        ${e.most.length>0?g`<button
              class="bare"
              data-testid="differ-more"
              aria-expanded=${this.open}
              @click=${()=>{this.open=!this.open}}
              aria-label=${D(this.open?`differ.hide`:`differ.show`)}
            >${w(this.open?`lower`:`up`)}<span class="word">${D(this.open?`differ.hide`:`differ.show`)}</span></button>`:v}
      </div>
      ${this.open?this.more(e):v}`:v}more(e){return g`<div class="more">
      ${e.regions.length>0?g`<h3>${D(`differ.title`)}</h3>
            <div class="regions" data-testid="differ-regions">
              ${e.regions.slice(0,Xf).map(e=>g`<button @click=${()=>this.tell(`region`,e)}>
                  <span class="name">${O(e.title)}</span>
                  <svg class="bar" viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true"><rect width=${e.mean*100} height="6" rx="1" /></svg>
                  <span class="n">${Qf(e.mean)} %</span>
                </button>`)}
            </div>`:v}
      <h3>${D(`differ.most`)}</h3>
      <div class="pairs" data-testid="differ-most">
        ${e.most.slice(0,Zf).map(e=>g`<button
            data-n=${e.n}
            aria-label=${D(`differ.open`,{title:O(e.title),percent:Qf(e.disagreement)})}
            title=${D(`differ.open`,{title:O(e.title),percent:Qf(e.disagreement)})}
            @click=${()=>this.tell(`open`,e.n)}
          >
            <rashin-thumb .map=${this.here} .n=${e.n}></rashin-thumb>
            <rashin-thumb .map=${this.there} .n=${e.there}></rashin-thumb>
            <span class="name">${O(e.title)}</span>
          </button>`)}
      </div>
    </div>`}};j([x({attribute:!1})],$f.prototype,`found`,void 0),j([x({attribute:!1})],$f.prototype,`here`,void 0),j([x({attribute:!1})],$f.prototype,`there`,void 0),j([S()],$f.prototype,`open`,void 0),$f=j([b(`rashin-map-differ`)],$f);var ep=[`judge`,`prompt`,`latent`,`noise`,`sentence`,`bottleneck`],tp=[300,1e3],np=20,rp=class extends y{static{this.styles=[T,ai,h`
      label {
        display: grid;
        gap: 4px;
        margin-bottom: 10px;
        font-size: 0.86rem;
        color: var(--soft);
      }
      select {
        color: var(--ink);
      }
      p {
        margin: 4px 0 0;
        min-height: 2.6em;
        overflow-wrap: anywhere;
      }
    `]}constructor(){super(),this.map=null,this.models=[],this.chosen=[],this.act=null,this.problem=null,this.model=``,this.space=`judge`,this.many=`300`,this.estimate=null,this.wrong=null,this.asking=new AbortController,new A(this)}async open(){await new Promise(e=>requestAnimationFrame(e));let e=this.models.find(e=>e.id!==this.map?.model);this.model===``&&(this.model=e?.id??this.map?.model??``),this.many=this.chosen.length>=np?`chosen`:(this.map?.count??0)<=tp[0]?`all`:`300`,await this.updateComplete,this.dialog.open||this.dialog.showModal(),this.ask()}close(){this.asking.abort(),this.dialog?.open&&this.dialog.close()}get wish(){let{map:e,model:t,space:n}=this;if(!e||t===``)return null;let r={kind:`map`,map:e.name,...this.many===`chosen`?{points:this.chosen}:{},.../^\d+$/.test(this.many)?{most:Number(this.many)}:{}};return{id:`${`${e.name.slice(0,24)}-${t.slice(-20)}-${n}`}-${Date.now().toString(36).slice(-5)}`.toLowerCase().replaceAll(/[^a-z0-9-]+/g,`-`).slice(0,64),title:D(`twin.name`,{title:O(e.title),model:this.titleOf(t),space:D(`maps.space.${n}`)}).slice(0,200),model:t,space:n,source:r}}titleOf(e){let t=this.models.find(t=>t.id===e);return t?O(t.title):e}async ask(){this.asking.abort(),this.asking=new AbortController;let{signal:e}=this.asking;this.estimate=null,this.wrong=null;let{wish:t}=this;if(t)try{let n=await qa(t,e);e.aborted||(this.estimate=n)}catch(t){e.aborted||(this.wrong=z(t))}}cost(){let{estimate:e}=this,t=this.wrong??this.problem;if(t)return[t.message,t.expected,t.hint].filter(Boolean).join(`. `);if(!e||e.points===null)return``;let n=k(e.points);return e.renders===0?D(`twin.costFree`,{n}):e.seconds===null?D(`twin.costNone`,{n}):D(`twin.cost`,{n,time:Ef(e.seconds)})}choice(e,t,n,r,i){return g`<label>${t}
      <select
        data-testid="twin-${e}"
        @change=${e=>{i(e.target.value),this.ask()}}
      >${r.map(([e,t])=>g`<option value=${e} ?selected=${e===n}>${t}</option>`)}</select>
    </label>`}amounts(){let e=this.map?.count??0;return[...this.chosen.length>=np?[[`chosen`,D(`twin.chosen`,{n:k(this.chosen.length)})]]:[],...tp.filter(t=>t<e).map(e=>[String(e),D(`twin.some`,{n:k(e)})]),[`all`,D(`twin.all`,{n:k(e)})]]}render(){let{act:e}=this;return g`<dialog data-testid="twin" aria-label=${D(`twin.title`)} @keydown=${e=>e.stopPropagation()}>
      <header>
        <h2>${D(`twin.title`)}</h2>
        <button class="bare icon" aria-label=${D(`common.close`)} @click=${()=>this.close()}>${w(`close`)}</button>
      </header>
      ${e?g`<rashin-progress
            data-testid="twin-progress"
            .words=${e.eta_s===null?D(`twin.busy`):`${D(`twin.busy`)} · ${Ef(e.eta_s)}`}
            .share=${e.progress}
            @cancel=${()=>this.dispatchEvent(new CustomEvent(`cancel`))}
          ></rashin-progress>`:g`${this.choice(`model`,D(`twin.model`),this.model,this.models.map(e=>[e.id,O(e.title)]),e=>{this.model=e})}
            ${this.choice(`space`,D(`twin.space`),this.space,ep.map(e=>[e,D(`maps.space.${e}`)]),e=>{this.space=ep.find(t=>t===e)??`judge`})}
            ${this.choice(`many`,D(`twin.most`),this.many,this.amounts(),e=>{this.many=e})}
            <p class="quiet" role="status" data-testid="twin-cost">${this.cost()}</p>
            <div class="ways">
              <button
                class="primary"
                data-testid="twin-make"
                ?disabled=${this.wrong!==null||this.estimate===null}
                @click=${()=>this.dispatchEvent(new CustomEvent(`make`,{detail:this.wish}))}
              >${D(`twin.make`)}</button>
            </div>`}
    </dialog>`}};j([x({attribute:!1})],rp.prototype,`map`,void 0),j([x({attribute:!1})],rp.prototype,`models`,void 0),j([x({attribute:!1})],rp.prototype,`chosen`,void 0),j([x({attribute:!1})],rp.prototype,`act`,void 0),j([x({attribute:!1})],rp.prototype,`problem`,void 0),j([S()],rp.prototype,`model`,void 0),j([S()],rp.prototype,`space`,void 0),j([S()],rp.prototype,`many`,void 0),j([S()],rp.prototype,`estimate`,void 0),j([S()],rp.prototype,`wrong`,void 0),j([C(`dialog`)],rp.prototype,`dialog`,void 0),rp=j([b(`rashin-twin`)],rp);var ip=`new`,ap=1.6;function op(e){return[{id:ip,label:D(`twin.new`)},...e.id===null?[]:[{id:``,label:D(`map.one`)}],...e.others]}function sp(e,t){if(t!==ip)return void e.openBeside(t||null);e.twins.load().then(()=>e.renderRoot.querySelector(`rashin-twin`)?.open())}function cp({twins:e},{chart:t,choosing:n}){return g`<rashin-twin
    .map=${t.map}
    .models=${e.models}
    .chosen=${n.points}
    .act=${e.act}
    .problem=${e.problem}
    @make=${t=>void e.make(t.detail)}
    @cancel=${()=>void e.cancel()}
  ></rashin-twin>`}function lp({beside:e,chart:t,standing:n}){return!e.found||!e.chart?v:g`<rashin-map-differ
    .found=${e.found}
    .here=${t.map}
    .there=${e.chart.map}
    @open=${e=>n.goTo(e.detail)}
    @region=${e=>t.view.flyTo({x:e.detail.x,y:e.detail.y,zoom:Math.max(t.view.camera.zoom,ap)})}
  ></rashin-map-differ>`}function up(e,{chart:t,along:n,choosing:r,standing:i}){if(t.column!==`along`)return v;let{found:a}=n,o=a?.kind===`direction`,s=a?[`low`,`high`].map(e=>({title:El.title(a,e),colour:dl(e===`low`?0:1,o),points:a.ends[e].points})):[];return g`<rashin-map-along
    slot=${Tl}
    .map=${t.map}
    .said=${n.said}
    .ends=${s}
    .problem=${n.problem}
    .directions=${e.model?.directions??[]}
    .groups=${r.groups}
    ?busy=${n.busy}
    @aim=${e=>void n.aim(e.detail)}
    @pick=${e=>i.goTo(e.detail)}
  ></rashin-map-along>`}function dp(e){return e===`none`?[D(`atlas.none`),D(`atlas.noneHint`)]:e===`no-gl`?[D(`atlas.noGl`),D(`atlas.noGlHint`)]:[D(`atlas.loading`),``]}function fp(e,t){let{trustworthiness:n,recall_15:r}=e.quality;return[D(`atlas.count`,{n:k(e.count+t)}),...n===null?[]:[`${D(`atlas.trust`)} ${n.toFixed(2)}`],...r===null?[]:[`${D(`atlas.recall`)} ${r.toFixed(2)}`]].join(` · `)}function pp(e){if(e.problem)return v;let[t,n]=dp(e.phase);return g`<div class="waiting" role="status"><h1>${t}</h1><p class="quiet">${n}</p></div>`}function mp(e,t){let{standing:n,venturing:r,choosing:i,listing:a}=t,o=!e.touched&&!n.card&&!r.busy&&!r.landing&&!t.looking.words&&!t.beside.id,s=i.tool!==`hand`||i.count>0;return g`
    <div class="left">${gp(t)} ${_p(e,t)} ${vp(e,t)}</div>
    ${e.drop.over?g`<div class="dropping"><span>${D(`map.drop`)}</span></div>`:v}
    ${yp(e,t)}
    ${a.open?xp(e,t):v}
    ${n.card?Sp(e,t):v}
    <div class=${n.card||a.open?`note-place shifted`:`note-place`}>
      <rashin-landing
        ?busy=${r.busy}
        .landing=${r.landing}
        @cancel=${()=>r.cancel()}
        @open=${e=>{r.cancel(),n.pick(e.detail)}}
      ></rashin-landing>
      ${lp(t)}
      <rashin-map-region
        .region=${t.naming.region}
        ?busy=${t.naming.busy}
        @call=${e=>void t.naming.call(e.detail)}
        @close=${()=>t.naming.close()}
      ></rashin-map-region>
      ${s?bp(e,t):v}
      ${o&&!s&&!t.naming.region&&t.chart.map.decodes?g`<p class="hint">${D(`atlas.hint`)}</p>`:v}
    </div>
    <rashin-map-corner
      class=${n.card||a.open?`shifted`:``}
      @zoom=${e=>t.chart.view.zoomBy(e.detail)}
      @home=${()=>t.chart.view.goHome()}
      @keys=${()=>e.showHelp()}
    ></rashin-map-corner>
    ${hp(e,t)}
  `}function hp(e,{chart:t}){let{versions:n}=e;return g`<rashin-map-about
    class="about"
    .map=${t.map}
    .words=${fp(t.map,t.additions.length)}
    .versions=${n?.list??[]}
    .act=${n?.act??null}
    .going=${n?.going??null}
    @open=${()=>void n?.load()}
    @version=${t=>void e.goToVersion(t.detail.key)}
    @anew=${()=>void n?.layAnew()}
    @cancel=${()=>void n?.cancel()}
  ></rashin-map-about>`}function gp({chart:e,looking:t,standing:n}){return g`<rashin-map-search
    .map=${e.map}
    .words=${t.words}
    .best=${t.best}
    .picture=${t.picture?.url??null}
    .like=${t.like.length}
    .unlike=${t.unlike.length}
    .mistake=${t.mistake}
    ?busy=${t.busy}
    @words=${e=>t.type(e.detail)}
    @forget=${()=>t.forget()}
    @file=${e=>void t.file(e.detail)}
    @go=${()=>n.goTo(t.best?.[0]?.n)}
    @pick=${e=>n.goTo(e.detail)}
  ></rashin-map-search>`}function _p(e,{chart:t,choosing:n,listing:r,layers:i,venturing:a,beside:o}){let s=[{id:`png`,label:D(`map.png`)},{id:`svg`,label:D(`map.svg`)},...t.map.decodes?eo.map(e=>({id:e,label:D(`map.${e}`),href:Oo(t.map.id,e,n.group)})):[]];return g`<rashin-map-tools
    .tool=${n.tool}
    ?listing=${r.open}
    @tool=${t=>e.use(t.detail)}
    @list=${()=>r.toggle()}
  >
    ${t.map.decodes?g`<rashin-map-menu
          label=${D(`map.explore`)}
          icon="spark"
          data-testid="explore"
          .items=${mu.map(e=>({id:e,label:D(`map.${e}`)}))}
          @choose=${e=>void a.go(e.detail)}
        ></rashin-map-menu>`:v}
    <rashin-map-menu
      label=${D(`map.layers`)}
      icon="layers"
      data-testid="layers"
      .items=${Bl.map(e=>({id:e,label:D(`map.${e}`),on:i.on.has(e)}))}
      @choose=${e=>void i.toggle(e.detail)}
    ></rashin-map-menu>
    <rashin-map-menu
      label=${D(`map.beside`)}
      icon="compare"
      data-testid="beside"
      empty=${D(`map.none`)}
      .items=${op(o)}
      @open=${()=>void o.list()}
      @choose=${t=>sp(e,t.detail)}
    ></rashin-map-menu>
    <rashin-map-menu
      label=${D(`map.take`)}
      icon="down"
      data-testid="take"
      ?busy=${e.writing}
      .items=${s}
      @choose=${t=>void e.take(t.detail)}
    ></rashin-map-menu>
  </rashin-map-tools>`}function vp(e,t){let{chart:n,sifting:r,looking:i}=t;return g`<rashin-legend
    class=${i.best?`pushed`:``}
    .columns=${n.all}
    .column=${n.column}
    .fields=${r.fields}
    .shown=${r.shown}
    .all=${n.map.count}
    ?wide=${r.wide}
    @column=${t=>void e.colourBy(t.detail)}
    @filter=${e=>void r.set(e.detail.column,e.detail.filter)}
    @clear=${()=>void r.clear()}
    @wide=${e=>void r.open(e.detail)}
  >${up(e,t)}</rashin-legend>`}function yp({hovered:e},{chart:t}){return g`<rashin-hover-card
    .map=${t.map}
    .card=${e?.card??null}
    .x=${e?.x??0}
    .y=${e?.y??0}
    .src=${t.late.get(e?.card.n??-1)??e?.card.image??null}
  ></rashin-hover-card>`}function bp(e,{chart:t,choosing:n,looking:r}){return g`<rashin-map-choice
    .chosen=${n.count}
    .way=${n.way}
    .deep=${t.map.decodes}
    @way=${e=>n.setWay(e.detail)}
    @grow=${()=>void n.grow()}
    @invert=${()=>n.invert()}
    @clear=${()=>n.clear()}
    @keep=${e=>void n.keep(e.detail)}
    @like=${()=>r.likeThese(n.points)}
    @unlike=${()=>r.unlikeThese(n.points)}
  ></rashin-map-choice>`}function xp(e,{chart:t,choosing:n,standing:r,listing:i,beside:a,naming:o}){let s=n.count>0,c=s?i.sorted(n.points):i.points,l=t.all.find(e=>e.id===t.column);return g`<rashin-map-list
    class=${r.card?`side behind`:`side`}
    .map=${t.map}
    .points=${c}
    .total=${c.length}
    ?chosen=${s}
    .regions=${e.regions}
    .pairs=${i.pairs}
    .order=${i.order??``}
    .field=${l?O(l.title):``}
    @order=${e=>i.sort(e.detail)}
    .late=${t.late}
    .groups=${n.groups}
    .group=${n.group}
    .selected=${r.selected}
    @open=${e=>void r.pick(e.detail)}
    @pair=${e=>void r.pair(e.detail)}
    @echo=${e=>{t.show({echo:e.detail}),a.echo(e.detail)}}
    @region=${e=>t.flyToLabel(e.detail)}
    @name=${e=>o.middle([e.detail])}
    @group=${e=>void n.show(e.detail.name,Ol(e.detail,n.way))}
    @forget=${e=>void n.forget(e.detail)}
    @close=${()=>i.toggle(!1)}
  ></rashin-map-list>`}function Sp(e,{chart:t,standing:n}){return g`<rashin-map-card
    class="side"
    .map=${t.map}
    .model=${e.model}
    .card=${n.card}
    .other=${n.other}
    .late=${t.late}
    ?choosing=${n.choosing}
    aria-label=${n.card?O(n.card.title):v}
    @close=${()=>e.close()}
    @walk=${e=>void n.pick(e.detail)}
    @along=${t=>e.likenessTo(t.detail)}
    @choose=${()=>{n.choosing=!n.choosing,e.requestUpdate()}}
  ></rashin-map-card>`}var Cp={ArrowLeft:`left`,ArrowRight:`right`,ArrowUp:`up`,ArrowDown:`down`},wp=.75;function Tp(e,t,n){let r=e.composedPath()[0];if(r instanceof HTMLInputElement||r instanceof HTMLSelectElement||r instanceof HTMLTextAreaElement||e.metaKey||e.ctrlKey||e.altKey)return;let i=Cp[e.key],a={"/":t.search,"?":t.help,"+":()=>t.zoom(wp),"=":()=>t.zoom(wp),"-":()=>t.zoom(-.75),0:t.home,Escape:t.back,v:()=>t.use(`hand`),l:()=>t.use(`lasso`),b:()=>t.use(`box`),r:()=>t.use(`brush`),p:()=>t.use(`polygon`),i:t.list,n:t.name,...r===n&&{Enter:t.open," ":t.toggle}},o=i?()=>t.walk(i):a[e.key];o&&((i||e.key===`/`||e.key===` `)&&e.preventDefault(),o())}var Ep=3e4;function Dp(e,t,n){let r=null,i,a=()=>{r=new EventSource(`${B}/maps/${e}/events`),r.addEventListener(`open`,n),r.addEventListener(`joined`,e=>t(bn(JSON.parse(e.data)))),r.addEventListener(`error`,()=>{r?.readyState===EventSource.CLOSED&&(clearTimeout(i),i=setTimeout(a,Ep))})};return a(),()=>{clearTimeout(i),r?.close()}}var Op=class{constructor(e,t){this.chart=e,this.joined=t,this.stop=null,this.life=new AbortController;let{signal:n}=this.life;document.addEventListener(`visibilitychange`,()=>this.listen(),{signal:n}),this.listen()}close(){this.life.abort(),this.stop?.(),this.stop=null}listen(){if(this.stop?.(),this.stop=null,document.visibilityState!==`visible`)return;let{chart:e}=this;this.stop=Dp(e.map.id,t=>{e.join(t,performance.now())&&this.joined(t.recipe?.conditioning??``)},()=>void this.catchUp())}async catchUp(){await this.chart.loadAdditions().catch(()=>!1)&&this.joined(null)}},kp=2e4,Ap=2.2,jp=e=>getComputedStyle(document.documentElement).getPropertyValue(e).trim();function Mp(e){let t=e.getBoundingClientRect();return[...e.querySelectorAll(`.region`)].map(e=>{let n=e.getBoundingClientRect();return{text:e.textContent??``,x:n.left-t.left+n.width/2,y:n.top-t.top+16}})}async function Np(e,t){let n=e.view.picture(jp(`--paper`)),r=n.getContext(`2d`),i=n.width/t.clientWidth;if(r){r.scale(i,i),r.font=`700 14px ${getComputedStyle(t).fontFamily}`,r.textAlign=`center`,r.lineJoin=`round`;for(let{text:e,x:n,y:i}of Mp(t))r.lineWidth=4,r.strokeStyle=jp(`--paper`),r.strokeText(e,n,i),r.fillStyle=jp(`--ink`),r.fillText(e,n,i)}return new Promise((e,t)=>n.toBlob(n=>n?e(n):t(Error(`no picture`)),`image/png`))}var Pp=e=>e.replaceAll(`&`,`&amp;`).replaceAll(`<`,`&lt;`).replaceAll(`>`,`&gt;`).replaceAll(`"`,`&quot;`);async function Fp(e,t,n){let{clientWidth:r,clientHeight:i}=t,a=[`<svg xmlns="http://www.w3.org/2000/svg" width="${r}" height="${i}" viewBox="0 0 ${r} ${i}">`,`<title>${Pp(`${e.map.title.en} / ${e.map.title.ja}`)}</title>`,`<rect width="${r}" height="${i}" fill="${jp(`--paper`)}"/>`,...await Ip(e,n),...await Lp(e),...Mp(t).map(({text:e,x:t,y:n})=>`<text x="${t.toFixed(1)}" y="${n.toFixed(1)}" text-anchor="middle" font-family="system-ui, sans-serif" font-size="14" font-weight="700" fill="${jp(`--ink`)}" stroke="${jp(`--paper`)}" stroke-width="4" stroke-linejoin="round" paint-order="stroke">${Pp(e)}</text>`),`</svg>`];return new Blob([a.join(`
`)],{type:`image/svg+xml`})}async function Ip(e,t){let{view:n}=e,r=[...n.grid.inBox(...n.view())].filter(n=>n<e.map.count&&t?.[n]!==1);if(r.length>kp)return[`<image width="100%" height="100%" href="${n.picture(jp(`--paper`)).toDataURL(`image/png`)}"/>`];let i=await e.columnOf(e.column),{colours:a,quiet:o}=e.shades,s=new Map;for(let e of r){let t=n.grid.place(e);if(!t)continue;let[r,c]=n.project(...t),l=a[i[e]??255]??o,u=s.get(l)??[];u.push(`<circle cx="${r.toFixed(1)}" cy="${c.toFixed(1)}" r="${Ap}"/>`),s.set(l,u)}return[...s].map(([e,t])=>`<g fill="${e}">${t.join(``)}</g>`)}async function Lp(e){let t=e.map.atlas.at(-1);if(!t)return[];let n=t.columns*t.rows,r=new Map,i=n=>{let i=r.get(n);if(!i){let a=new Image;a.src=Xi(e.map.id,t.level,n),i=a.decode().then(()=>a),r.set(n,i)}return i},a=document.createElement(`canvas`);a.width=t.thumb,a.height=t.thumb;let o=a.getContext(`2d`),s=[];for(let{n:r,x:c,y:l,size:u}of e.view.shown()){let[e,d]=[r%n,Math.floor(r/n)],[f,p]=[e%t.columns,Math.floor(e/t.columns)],{thumb:m}=t;o?.drawImage(await i(d),f*m,p*m,m,m,0,0,m,m);let ee=`x="${(c-u/2).toFixed(1)}" y="${(l-u/2).toFixed(1)}" width="${u.toFixed(1)}" height="${u.toFixed(1)}"`;s.push(`<image ${ee} href="${a.toDataURL(`image/png`)}" style="clip-path: inset(0 round ${(u*.24).toFixed(1)}px)"/>`)}return s}function Rp(e,t){let n=document.createElement(`a`);n.href=URL.createObjectURL(e),n.download=t,n.click(),setTimeout(()=>URL.revokeObjectURL(n.href),1e4)}function zp(e,t,n){let r=new EventSource(`${B}/jobs/${encodeURIComponent(e)}/events`);return new Promise((e,i)=>{n.addEventListener(`abort`,()=>i(n.reason),{once:!0});let a=e=>{let n=Wa(JSON.parse(e.data));return t(n),n};r.addEventListener(`state`,a),r.addEventListener(`done`,t=>e(a(t)))}).finally(()=>r.close())}var Bp=class{constructor(e){this.on=e,this.models=[],this.act=null,this.problem=null,this.following=new AbortController}async load(){try{this.models=await wa(this.following.signal),this.on.changed()}catch(e){this.on.failed(e,()=>void this.load())}}async make(e){this.problem=null,this.following=new AbortController;let{signal:t}=this.following;try{this.act=await Ga(e),this.on.changed();let n=await zp(this.act.id,e=>this.hear(e),t);n.state===`done`&&n.map!==null?this.on.made(n.map):n.state===`failed`&&(this.problem=new Cn(`job`,0,``,D(`twin.failed`,{detail:n.error??``}),``))}catch(e){t.aborted||(this.problem=z(e))}this.act=null,this.on.changed()}async cancel(){let{act:e}=this;if(e)try{await Ya(e.id)}catch(e){this.on.failed(e)}}stop(){this.following.abort()}hear(e){this.act=e,this.on.changed()}},Vp=[`queued`,`running`],Hp=class{constructor(e,t){this.name=e,this.on=t,this.list=[],this.act=null,this.going=null,this.life=new AbortController}async load(){try{let[e,t]=await Promise.all([Xa(this.name),Ja()]);this.list=e;let n=t.find(e=>e.about===this.name&&Vp.includes(e.state));n&&!this.act&&this.watch(n),this.on.changed()}catch(e){this.on.failed(e,()=>void this.load())}}written(e,t){return this.list.length>1?`${this.name}@${e}`:t}means(e,t,n){let r=e??n??this.name;return r.split(`@`)[0]===this.name&&this.numberOf(r)===t}numberOf(e){let t=e?.split(`@`)[1];return(t===void 0?this.newest:Number(t))??1}get newest(){return this.list.find(e=>e.current)?.version??1}async layAnew(){try{await this.watch(await Za(this.name))}catch(e){this.on.failed(e,()=>void this.layAnew())}}async cancel(){let{act:e}=this;if(e)try{await Ya(e.id)}catch(e){this.on.failed(e,()=>void this.cancel())}}close(){this.life.abort()}async watch(e){this.act=e,this.on.changed();let t=e=>{this.act=e,this.on.changed()};try{let n=await zp(e.id,t,this.life.signal);if(this.act=null,n.state===`failed`)throw new Cn(`job_failed`,0,``,n.error??``,``);await this.load();let r=this.list.find(e=>e.current);n.state===`done`&&r&&this.on.laidOut(r)}catch(e){if(this.life.signal.aborted)return;this.act=null,this.on.failed(e,()=>void this.layAnew())}this.on.changed()}},Up=t({AtlasPage:()=>J,page:()=>Wp}),J=class extends y{static{this.styles=[T,oa]}constructor(){super(),this.desk=null,this.versions=null,this.news=null,this.joined=``,this.asked=null,this.first=null,this.journey=0,this.model=null,this.phase=`loading`,this.problem=null,this.hovered=null,this.touched=!1,this.regions=[],this.writing=!1,this.twins=new Bp({changed:()=>this.requestUpdate(),remember:()=>this.remember(),failed:e=>this.failed(e),made:e=>{this.renderRoot.querySelector(`rashin-twin`)?.close(),this.openBeside(e)}}),this.drop=new sa(this,e=>{let t=e[0];t&&this.desk?.looking.file(t)}),this.life=new AbortController,this.again=null,this.dwell=new Cu((e,t,n,r)=>{this.desk?.chart.cardOf(e).then(e=>{r()&&(this.hovered={card:e,x:t,y:n})},()=>void 0)},()=>{this.hovered=null}),new A(this)}connectedCallback(){super.connectedCallback(),this.life=new AbortController;let{signal:e}=this.life;window.addEventListener(`keydown`,e=>Tp(e,Ea(this),this.host),{signal:e}),window.addEventListener(`popstate`,()=>this.restore(ba(location.search)),{signal:e});let t=()=>{this.desk?.chart.paint(),this.desk?.beside.chart?.paint(),this.desk?.layers.again()};for(let n of[l(t),Lt(t)])e.addEventListener(`abort`,n);this.updateComplete.then(()=>this.load())}disconnectedCallback(){super.disconnectedCallback(),this.life.abort(),clearTimeout(this.addressTimer),this.journey+=1,this.versions?.close(),this.news?.close(),this.twins.stop(),this.desk&&yu(this.desk),this.desk?.chart.destroy(),this.desk=null}changed(){this.requestUpdate(),this.desk?.beside.choose(this.desk.choosing.points),this.desk?.beside.sift(this.desk.sifting.out)}failed(e,t=null){e instanceof DOMException&&e.name===`AbortError`||(this.problem=z(e),this.again=t,ia())}dismiss(e){this.problem=null,e&&this.again?.()}async load(){this.problem=null;let e=ba(location.search);try{let t=await Cl.open(this.host,this.callbacks(),e.camera,e.map);this.isConnected?t?this.unfold(t,e):this.phase=`none`:t?.destroy()}catch(e){e instanceof ua?this.phase=`no-gl`:this.failed(e,()=>void this.load())}}callbacks(){return{moved:()=>{this.touched=!0,this.remember()},hovered:(e,t,n)=>{this.dwell.hover(e,t,n),this.desk?.beside.echo(e)},picked:e=>void this.desk?.standing.pick(e),named:(e,t)=>this.desk?.naming.at(e,t),emptied:(e,t)=>this.desk?.venturing.decode(e,t),drawn:(e,t)=>this.desk?.choosing.drawn(e,t,this.desk.sifting.out),regions:e=>{e.join()!==this.regions.join()&&(this.regions=e)}}}unfold(e,t,n=null){this.desk=vu(e,{changed:()=>this.changed(),remember:()=>this.remember(),failed:(e,t)=>this.failed(e,t??null),setOff:()=>{this.problem=null}}),this.asked=t.map,t.map===null&&(this.first=e.map.name),this.versions?.name!==e.map.name&&(this.versions?.close(),this.versions=new Hp(e.map.name,{changed:()=>this.requestUpdate(),remember:()=>this.remember(),failed:(e,t)=>this.failed(e,t??null),laidOut:({key:e})=>void this.goToVersion(e)}),this.versions.load()),this.phase=`ready`,n&&bu(n,this.desk),this.restore(t,!0),n||e.loadLabels().catch(e=>this.failed(e)),this.news?.close(),this.news=new Op(e,e=>{this.joined=e??this.joined,this.requestUpdate()}),this.desk.choosing.load(),wa(this.life.signal).then(t=>{this.model=t.find(t=>t.id===e.map.model)??null})}async goToVersion(e){this.settle(),await this.goTo({...ba(location.search),map:e,camera:null}),this.remember()}async goTo(e){let{desk:t,versions:n}=this;if(!t||!n)return;this.journey+=1;let{journey:r}=this,i=e.map?.split(`@`)[0]===n.name;n.going=i?n.numberOf(e.map):null,this.requestUpdate();try{let n=await Cl.open(this.host,this.callbacks(),e.camera,e.map,t.chart);if(r!==this.journey)return n?.destroy();if(!n)throw RangeError(D(`atlas.none`));yu(t),this.unfold(n,e,i?t:null),n.take(t.chart),i&&e.camera&&n.view.flyTo(e.camera)}catch(t){r===this.journey&&this.failed(t,()=>void this.goTo(e))}finally{n.going=null,this.requestUpdate()}}restore(e,t=!1){let{desk:n}=this;if(!n)return;let{chart:r,standing:i,looking:a,choosing:o,sifting:s,layers:c,beside:l,along:u,listing:d}=n;if(!t&&!this.versions?.means(e.map,r.map.version,this.first))return void this.goTo(e);!t&&e.camera&&r.view.flyTo(e.camera),e.point===null&&!t?i.close():e.point!==null&&e.point!==i.selected&&i.pick(e.point,t&&e.camera===null),e.words!==a.words&&a.type(e.words),o.restore(e.chosen,e.group,e.set),t||r.loadLabels().catch(()=>void 0),t||r.loadAdditions().then(()=>n.venturing.forgetLost(),()=>void 0),c.restore(e.layers);let f=e.colour??r.map.columns[0]?.id??``;d.order=e.order;let p=f===r.column?Promise.resolve():r.colourBy(f);Promise.all([u.restore(e.along),p]).then(()=>s.restore(e.filters)),e.beside!==l.id&&this.openBeside(e.beside)}async openBeside(e){let{beside:t,sifting:n}=this.desk??{};await t?.open(()=>this.renderRoot.querySelector(`.second`),e),this.desk&&this.use(this.desk.choosing.tool),await n?.count()}likenessTo(e){this.desk?.along.aim(`#${e}`),this.colourBy(Tl)}use(e){this.desk?.choosing.use(e),this.desk?.beside.use(e)}async colourBy(e){let t=this.model?.directions[0];e===`along`&&this.desk?.along.said===``&&this.desk.chart.map.decodes&&t&&this.desk.along.aim(`dir("${t.id}")`);try{await this.desk?.chart.colourBy(e),this.remember(),await this.desk?.sifting.count()}catch(t){this.failed(t,()=>void this.colourBy(e))}}remember(){this.hovered=null,clearTimeout(this.addressTimer),this.addressTimer=setTimeout(()=>this.settle(),250)}settle(){if(!this.desk)return;let{chart:e,choosing:t,sifting:n,looking:r,layers:i,listing:a,standing:o,beside:s,along:c}=this.desk;a.look(),ha(xa({map:this.versions?.written(e.map.version,this.asked)??null,camera:e.view.camera,colour:e.column===e.map.columns[0]?.id?null:e.column,along:c.said,order:a.order,point:o.selected,words:r.words,group:t.group,chosen:t.points,set:t.set,filters:n.written,layers:[...i.on],beside:s.id}))}close(){this.desk?.standing.close(),this.remember()}showHelp(){this.help.open()}async take(e){if(!this.desk)return;let{chart:t,sifting:n}=this.desk;this.writing=!0;try{let{host:r}=this;Rp(e===`png`?await Np(t,r):await Fp(t,r,n.out),`${t.map.name}.${e}`)}catch(t){this.failed(t,()=>void this.take(e))}this.writing=!1}render(){let{desk:e}=this,t=(e?.beside.id??null)!==null;return g`
      <div
        class=${t?`map halved`:`map`}
        role="application"
        tabindex="0"
        data-testid="map"
        data-phase=${this.phase}
        aria-label=${D(`atlas.label`)}
      ></div>
      ${t?g`<div class="map second" data-testid="second"></div>`:v}
      <rashin-map-words .joined=${this.joined} .card=${e?.standing.card??null} .regions=${e?.chart.describe(this.regions)??[]}></rashin-map-words>
      ${e?mp(this,e):pp(this)}
      <div class="notices">
        <rashin-notice
          .problem=${this.problem}
          .retry=${this.again!==null}
          @retry=${()=>this.dismiss(!0)}
          @dismiss=${()=>this.dismiss(!1)}
        ></rashin-notice>
      </div>
      <rashin-help></rashin-help>
      ${e?cp(this,e):v}
    `}};j([S()],J.prototype,`desk`,void 0),j([S()],J.prototype,`model`,void 0),j([S()],J.prototype,`phase`,void 0),j([S()],J.prototype,`problem`,void 0),j([S()],J.prototype,`hovered`,void 0),j([S()],J.prototype,`touched`,void 0),j([S()],J.prototype,`regions`,void 0),j([S()],J.prototype,`writing`,void 0),j([C(`.map`)],J.prototype,`host`,void 0),j([C(`rashin-help`)],J.prototype,`help`,void 0),j([C(`rashin-map-search`)],J.prototype,`search`,void 0),J=j([b(`atlas-page`)],J);var Wp={path:`/`,title:`nav.atlas`,order:1,icon:`chart`,rereads:!0,mount(e){let t=document.createElement(`atlas-page`);return e.append(t),()=>t.remove()}},Gp={q:``,model:null,starred:!1,folder:null,trash:!1};function Kp(e){let t=new URLSearchParams(e),[n,r]=(t.get(`compare`)??``).split(`,`);return{query:{q:t.get(`q`)??``,model:t.get(`model`),starred:t.get(`starred`)===`1`,folder:t.get(`folder`),trash:t.get(`trash`)===`1`},open:t.get(`open`),compare:n&&r&&n!==r?[n,r]:null}}function qp({query:e,open:t,compare:n}){let r=new URLSearchParams;return e.q.trim()!==``&&r.set(`q`,e.q.trim()),e.model!==null&&r.set(`model`,e.model),e.starred&&r.set(`starred`,`1`),e.folder!==null&&r.set(`folder`,e.folder),e.trash&&r.set(`trash`,`1`),t!==null&&r.set(`open`,t),n&&r.set(`compare`,n.join(`,`)),r.toString()}var Jp={ids:new Set,anchor:null};function Yp(e,t){let n=new Set(e.ids);return n.delete(t)||n.add(t),{ids:n,anchor:t}}function Xp(e,t,n){let r=e.anchor===null?-1:n.indexOf(e.anchor),i=n.indexOf(t);if(r<0||i<0)return Yp(e,t);let a=n.slice(Math.min(r,i),Math.max(r,i)+1);return{ids:new Set([...e.ids,...a]),anchor:e.anchor}}function Zp(e,t){let n=new Set(t.filter(t=>e.ids.has(t)));return{ids:n,anchor:e.anchor!==null&&n.has(e.anchor)?e.anchor:null}}var Qp={ArrowLeft:()=>-1,ArrowRight:()=>1,ArrowUp:e=>-e,ArrowDown:e=>e,Home:(e,t)=>-t,End:(e,t)=>t};function $p(e,t,n,r){let i=Qp[e]?.(n,r);if(i===void 0||r===0)return null;let a=t+i;return e===`ArrowUp`&&a<0?t:Math.min(r-1,Math.max(0,a))}function em(e,t,n){let r=new Map([...n,...t].map(e=>[e.id,e])),i=e.flatMap(e=>r.get(e.id)??[]),a=new Set(i.map(e=>e.id));return[...i,...[...t,...n].filter(e=>!a.has(e.id))]}function tm(e,t){let n=new Map(t.map(e=>[e.id,e])),r=new Set(e.map(e=>e.id));return{shown:e.map(e=>n.get(e.id)??e),arrived:t.filter(e=>!r.has(e.id))}}function nm(e,t){let n=e.indexOf(t);return n<0?null:e[n+1]??e[n-1]??null}var rm=(e,t)=>e.deleted===t.trash&&(t.folder===null||e.folder===t.folder),im=100,am=1500,om=1e3,sm=e=>e.state===`queued`||e.state===`running`,cm=e=>({...e,environment:null});function lm(e,t){return{...t.starred!==void 0&&{starred:e.starred},...t.folder!==void 0&&{folder:e.folder},...t.deleted!==void 0&&{deleted:e.deleted}}}var um=class{constructor(e,t){this.host=e,this.failed=t,this.items=[],this.arrived=[],this.folders=[],this.next=null,this.busy=!1,this.told=!1,this.query=Gp,this.asked=new AbortController,this.events=new AbortController,e.addController(this)}hostConnected(){this.events=new AbortController,document.addEventListener(`visibilitychange`,()=>{!document.hidden&&this.told&&this.refresh()},{signal:this.events.signal})}hostDisconnected(){this.events.abort(),this.asked.abort(),clearTimeout(this.timer)}get remembered(){return{query:this.query,items:this.items,next:this.next}}recall(e){this.query=e.query,this.items=e.items,this.next=e.next,this.told=!0,this.asked=new AbortController,this.refresh(),this.countFolders()}async look(e){this.query=e,this.told=!1,await this.ask(null),this.countFolders()}async more(){this.next!==null&&!this.busy&&await this.ask(this.next)}async ask(e){this.asked.abort(),this.asked=new AbortController;let{signal:t}=this.asked;this.busy=!0,this.host.requestUpdate();try{let n=await On(this.query,im,e,t),r=new Set(e===null?[]:this.items.map(e=>e.id)),i=n.items.filter(e=>!r.has(e.id)).map(cm);this.items=e===null?i:[...this.items,...i],e===null&&(this.arrived=[]),this.next=n.next,this.told=!0,this.busy=!1,this.again()}catch(e){if(t.aborted)return;this.busy=!1,this.failed(e)}this.host.requestUpdate()}async refresh(){let{signal:e}=this.asked;try{let t=await On(this.query,im,null,e);if(e.aborted||this.busy)return;let{shown:n,arrived:r}=tm(this.items,t.items.map(cm));this.items=n,this.arrived=r,n.length===0&&this.welcome(),this.host.requestUpdate()}catch{}this.again()}welcome(){this.items=[...this.arrived,...this.items],this.arrived=[],this.host.requestUpdate()}again(){clearTimeout(this.timer),[...this.arrived,...this.items.slice(0,im)].some(sm)&&(this.timer=setTimeout(()=>void this.refresh(),am))}async countFolders(){try{this.folders=await Pn(),this.host.requestUpdate()}catch(e){this.failed(e)}}async mark(e,t){let n=this.items,r=new Set(e),i=n.filter(e=>r.has(e.id)),a=new Map(i.map(e=>[e.id,lm(e,t)]));this.show(i.map(e=>({...e,...t})));let o=()=>{let e=i.map(e=>({...e,...a.get(e.id)}));this.items=em(n,this.items,e),this.show(e)},s=i.map(e=>({render:e.id,before:a.get(e.id)??{},after:t}));try{await this.send(e,t)}catch(e){throw o(),e}return Hn(s),async()=>{o();for(let[e,t]of dm(i,e=>JSON.stringify(a.get(e.id))))await this.send(t.map(e=>e.id),JSON.parse(e));Hn(s.map(({render:e,before:t,after:n})=>({render:e,before:n,after:t})))}}async send(e,t){try{for(let n=0;n<e.length;n+=om)await An(e.slice(n,n+om),t)}finally{this.countFolders()}}show(e){let t=new Map(e.map(e=>[e.id,e]));this.items=this.items.map(e=>t.get(e.id)??e).filter(e=>!t.has(e.id)||rm(e,this.query)),this.host.requestUpdate()}async renameFolder(e,t){this.folders=await Fn(e,t),this.items=this.items.map(n=>n.folder===e?{...n,folder:t}:n),this.host.requestUpdate()}async emptyTrash(){let e=await In();return await this.look(this.query),e}};function dm(e,t){let n=new Map;for(let r of e)n.set(t(r),[...n.get(t(r))??[],r]);return n}function fm(e,t=``){return e&&(rd(e.conditioning)||e.conditioning||e.noise)||t}function pm(e,t){return`${fm(e).replace(/[^\p{L}\p{N}]+/gu,`-`).replace(/^-+|-+$/g,``).slice(0,60)||`picture`}-${(e?cd(e.noise):null)??t.slice(0,8)}.png`}function mm(e,t){return Array.isArray(e)?e.map(e=>[`${t}.${String(e.direction??e.id)}`,String(e.scale)]):[]}function hm(e){let t=new Map,n=rd(e.conditioning),r=cd(e.noise),{width:i,height:a,environment:o,...s}=e;for(let[e,i]of Object.entries(s))if(!(i==null||i===``||Number.isNaN(i))){if(e===`conditioning`)t.set(n===null?e:`prompt`,n??String(i));else if(e===`noise`)t.set(r===null?e:`seed`,String(r??i));else if(e===`steering`||e===`loras`)for(let[n,r]of mm(i,e===`loras`?`lora`:e))t.set(n,r);else t.set(e,typeof i==`object`?JSON.stringify(i):String(i))}return i!==void 0&&a!==void 0&&t.set(`size`,`${i} × ${a}`),t}function gm(e,t){let[n,r]=[hm(e),hm(t)];return[...new Set([...n.keys(),...r.keys()])].map(e=>({field:e,first:n.get(e)??`–`,second:r.get(e)??`–`})).filter(e=>e.first!==e.second)}var _m=250,vm=class{constructor(e){this.around=e}async mark(e,t,n){let{kept:r,failed:i}=this.around;if(e.length!==0)try{let a=await r.mark(e,t);this.around.toast().show(n,()=>{a().then(()=>this.around.toast().show(()=>D(`history.undone`),null),e=>i(e))})}catch(e){i(e)}}async star(e){try{await this.around.kept.mark([e.id],{starred:!e.starred})}catch(e){this.around.failed(e)}}async starMany(e){let t=!e.every(e=>e.starred),n=e.filter(e=>e.starred!==t).map(e=>e.id),r=t?`history.starredMany`:`history.unstarredMany`;await this.mark(n,{starred:t},()=>D(r,{n:k(n.length)}))}async discard(e){let t=e.length;await this.mark(e,{deleted:!0},()=>t===1?D(`history.discardedOne`):D(`history.discardedMany`,{n:k(t)}))}async restore(e){let t=e.length;await this.mark(e,{deleted:!1},()=>t===1?D(`history.restoredOne`):D(`history.restoredMany`,{n:k(t)}))}move(e,t){e.length!==0&&this.around.folders().move(e.length,n=>{this.put(e,n).then(t)})}async put(e,t){let n=e.length;await this.mark(e,{folder:t},()=>t===null?D(`history.takenOut`):n===1?D(`history.movedOne`,{folder:t}):D(`history.movedMany`,{n:k(n),folder:t}))}async download(e){for(let{image:t,recipe:n,id:r}of e){if(!t)continue;let e=document.createElement(`a`);e.href=t.url,e.download=pm(n,r),e.click(),await new Promise(e=>setTimeout(e,_m))}}renameFolder(e){this.around.folders().rename(e,t=>{t!==null&&t!==e&&this.refolder(e,t,()=>D(`history.folderRenamed`,{name:e,next:t}))})}async removeFolder(e){await this.around.confirm().ask({title:()=>D(`history.removeFolderAsk`,{name:e}),body:()=>D(`history.removeFolderBody`),yes:()=>D(`history.removeFolder`)})&&await this.refolder(e,null,()=>D(`history.folderRemoved`,{name:e}))}async refolder(e,t,n){let{kept:r,toast:i,failed:a,folderIs:o}=this.around,s=r.folders.some(e=>e.name===t);try{await r.renameFolder(e,t),o(t),i().show(n,t===null||s?null:()=>void this.refolder(t??``,e,()=>D(`history.undone`)))}catch(e){a(e)}}async emptyTrash(){let{kept:e,toast:t,failed:n}=this.around;if(await this.around.confirm().ask({title:()=>D(`history.emptyTrashAsk`),body:()=>D(`history.emptyTrashBody`),yes:()=>D(`history.emptyTrashDo`)}))try{let n=await e.emptyTrash();t().show(()=>D(`history.emptied`,{n:k(n)}),null)}catch(e){n(e)}}},ym=h`
  :host {
    display: grid;
    grid-template-columns: 208px minmax(0, 1fr);
    grid-template-rows: auto 1fr;
    align-content: start;
    gap: 0 22px;
    height: 100%;
    padding: 0 20px 90px;
    overflow-y: auto;
    overflow-anchor: none;
    scrollbar-gutter: stable;
  }
  .rail {
    position: sticky;
    top: 0;
    grid-row: 1 / 3;
    align-self: start;
    max-height: calc(100dvh - var(--bar));
    overflow-y: auto;
    padding: 14px 2px 20px;
  }
  .top {
    position: sticky;
    top: 0;
    z-index: 5;
    padding: 14px 2px 10px;
    margin: 0 -2px;
    background: var(--paper);
  }
  .news {
    position: absolute;
    left: 50%;
    top: calc(100% + 2px);
    transform: translateX(-50%);
    min-height: 34px;
    border-radius: 17px;
    background: var(--ink);
    border-color: var(--ink);
    color: var(--surface);
    box-shadow: var(--shadow);
  }
  .news:hover:not(:disabled) {
    background: var(--ink);
  }
  rashin-notice {
    display: block;
    margin-bottom: 10px;
  }
  .old {
    opacity: 0.55;
    transition: opacity 0.15s 0.2s;
  }
  .tail {
    height: 44px;
    display: grid;
    place-items: center;
  }
  @media (max-width: 760px) {
    :host {
      grid-template-columns: minmax(0, 1fr);
      grid-template-rows: auto auto 1fr;
      padding: 0 12px 60px;
      scrollbar-gutter: auto;
    }
    .rail {
      position: static;
      grid-row: auto;
      padding: 10px 0 0;
      min-width: 0;
      overflow: visible;
    }
    .top {
      padding: 8px 2px;
    }
  }
`,bm=class{constructor(e,t){this.host=e,this.failed=t,this.guest=null,this.maps=[],this.gone=new AbortController,e.addController(this)}hostConnected(){this.gone=new AbortController,Ui().then(e=>{this.maps=e,this.host.requestUpdate()},()=>void 0)}hostDisconnected(){this.gone.abort()}async lookFor(e,t){if(e===null||this.guest?.id===e||t.some(t=>t.id===e))return!0;try{this.guest=await kn(e,this.gone.signal),this.host.requestUpdate()}catch(e){return this.gone.signal.aborted?!0:(this.failed(e),!1)}return!0}of(e,t){return e===null?null:t.find(t=>t.id===e)??(this.guest?.id===e?this.guest:null)}mapOf(e){return this.maps.find(t=>t.model===e?.recipe?.model)}async placeOf(e){let t=this.mapOf(e);if(!t||!e.image)return null;try{let n=await Nn(t.id,e.image.sha256);return n===null?null:`/?${new URLSearchParams({map:t.id,n:String(n)})}`}catch(e){return this.failed(e),null}}},xm={model:`studio.model`,prompt:`studio.prompt.short`,conditioning:`history.field.conditioning`,negative_prompt:`studio.negative.short`,seed:`studio.seed`,noise:`history.field.noise`,steps:`studio.steps`,guidance_scale:`studio.guidance`,sampler:`studio.sampler`,strength:`studio.strength`,size:`studio.size`,image:`history.field.image`,weights:`history.field.weights`,format:`history.field.format`,weighted:`studio.weighting`};function Sm(e,t){let n=xm[e];if(n)return D(n);let[r,i]=[e.slice(0,e.indexOf(`.`)),e.slice(e.indexOf(`.`)+1)],a=(r===`lora`?t?.loras:t?.directions)?.find(e=>e.id===i);return a?O(a.title):i}var Cm=.02,wm=.1;function Tm(e,t,n){let r=t?wm:Cm,i={ArrowLeft:n-r,ArrowDown:n-r,ArrowRight:n+r,ArrowUp:n+r,PageDown:n-wm,PageUp:n+wm,Home:0,End:1}[e];return i===void 0?null:Math.round(Math.min(1,Math.max(0,i))*1e3)/1e3}var Em=class extends y{static{this.styles=[T,h`
      :host {
        display: block;
      }
      .frame {
        position: relative;
        aspect-ratio: var(--ratio, 1);
        overflow: hidden;
        border-radius: 14px;
        background: #fff;
        touch-action: pan-y;
        cursor: ew-resize;
        user-select: none;
      }
      img {
        position: absolute;
        inset: 0;
        width: 100%;
        height: 100%;
        object-fit: contain;
        pointer-events: none;
        background: #fff;
      }
      .over {
        clip-path: inset(0 calc(100% - var(--at, 50%)) 0 0);
      }
      .handle {
        position: absolute;
        top: 0;
        bottom: 0;
        left: var(--at, 50%);
        width: 44px;
        margin-left: -22px;
        display: grid;
        place-items: center;
        touch-action: none;
        cursor: ew-resize;
      }
      .handle::before {
        content: "";
        position: absolute;
        inset: 0 auto 0 50%;
        width: 2px;
        margin-left: -1px;
        background: #fff;
        box-shadow: 0 0 0 1px rgb(20 28 40 / 45%);
      }
      .knob {
        position: relative;
        width: 38px;
        height: 38px;
        display: grid;
        place-items: center;
        border-radius: 50%;
        background: #fff;
        color: #141c28;
        box-shadow: 0 0 0 1px rgb(20 28 40 / 35%), 0 2px 8px rgb(20 28 40 / 30%);
      }
      .handle:focus-visible {
        outline: none;
      }
      .handle:focus-visible .knob {
        outline: 2.5px solid #cf3f27;
        outline-offset: 2px;
      }
      .name {
        position: absolute;
        top: 10px;
        width: 26px;
        height: 26px;
        display: grid;
        place-items: center;
        border-radius: 8px;
        background: rgb(20 28 40 / 72%);
        color: #fff;
        font-size: 0.84rem;
        font-weight: 650;
        pointer-events: none;
      }
      .a {
        left: 10px;
      }
      .b {
        right: 10px;
      }
    `]}constructor(){super(),this.first=null,this.second=null,this.firstWords=``,this.secondWords=``,this.at=.5,new A(this)}focus(){this.handle.focus()}updated(e){this.style.setProperty(`--at`,`${this.at*100}%`),this.first&&this.style.setProperty(`--ratio`,String(this.first.width/this.first.height))}follow(e){let{left:t,width:n}=this.frame.getBoundingClientRect();n>0&&(this.at=Math.min(1,Math.max(0,(e.clientX-t)/n)))}take(e){e.button===0&&(this.frame.setPointerCapture(e.pointerId),this.follow(e),this.handle.focus({preventScroll:!0}),e.preventDefault())}key(e){let t=Tm(e.key,e.shiftKey,this.at);t!==null&&(e.preventDefault(),e.stopPropagation(),this.at=t)}render(){let e=Math.round(this.at*100);return g`<div
      class="frame"
      data-testid="compare-frame"
      @pointerdown=${e=>this.take(e)}
      @pointermove=${e=>{this.frame.hasPointerCapture(e.pointerId)&&this.follow(e)}}
    >
      <img src=${this.second?.url??``} alt=${D(`compare.second`,{title:this.secondWords})} />
      <img class="over" src=${this.first?.url??``} alt=${D(`compare.first`,{title:this.firstWords})} />
      <span class="name a" aria-hidden="true">A</span><span class="name b" aria-hidden="true">B</span>
      <div
        class="handle"
        data-testid="compare-handle"
        role="slider"
        tabindex="0"
        aria-label=${D(`compare.divider`)}
        aria-valuemin="0"
        aria-valuemax="100"
        aria-valuenow=${e}
        aria-valuetext=${D(`compare.share`,{percent:e})}
        @keydown=${e=>this.key(e)}
      >
        <span class="knob">${w(`swap`)}</span>
      </div>
    </div>`}};j([x({attribute:!1})],Em.prototype,`first`,void 0),j([x({attribute:!1})],Em.prototype,`second`,void 0),j([x()],Em.prototype,`firstWords`,void 0),j([x()],Em.prototype,`secondWords`,void 0),j([x({type:Number})],Em.prototype,`at`,void 0),j([C(`.frame`)],Em.prototype,`frame`,void 0),j([C(`.handle`)],Em.prototype,`handle`,void 0),Em=j([b(`rashin-compare-slider`)],Em);var Dm=class extends y{static{this.styles=[T,ai,h`
      dialog {
        width: min(1080px, calc(100vw - 24px));
      }
      .two {
        display: grid;
        grid-template-columns: minmax(0, 1fr) 320px;
        gap: 22px;
        align-items: start;
      }
      rashin-compare-slider {
        max-width: calc(min(100dvh - 130px, 100%) * 1);
        width: 100%;
        margin: 0 auto;
      }
      .said {
        display: flex;
        flex-direction: column;
        gap: 12px;
        min-width: 0;
      }
      table {
        width: 100%;
        border-collapse: collapse;
        font-size: 0.9rem;
        table-layout: fixed;
      }
      th,
      td {
        text-align: left;
        vertical-align: top;
        padding: 8px 8px 8px 0;
        border-bottom: 1px solid var(--line);
        overflow-wrap: anywhere;
        font-variant-numeric: tabular-nums;
      }
      thead th {
        font-weight: 600;
      }
      tbody th {
        font-weight: 500;
        color: var(--soft);
        width: 34%;
      }
      p {
        margin: 0;
      }
      .waiting {
        aspect-ratio: 1;
        border-radius: 14px;
        background: var(--sunken);
      }
      @media (max-width: 760px) {
        .two {
          grid-template-columns: minmax(0, 1fr);
          gap: 14px;
        }
        rashin-compare-slider {
          max-width: 62dvh;
        }
      }
    `]}constructor(){super(),this.pair=null,this.models=[],this.renders=null,this.problem=null,this.asked=new AbortController,new A(this)}disconnectedCallback(){super.disconnectedCallback(),this.asked.abort()}updated(e){e.has(`pair`)&&(this.pair&&!this.dialog.open&&this.dialog.showModal(),!this.pair&&this.dialog.open&&this.dialog.close(),this.ask())}async ask(){this.asked.abort(),this.asked=new AbortController;let{signal:e}=this.asked;this.problem=null;let{pair:t}=this;if(!t)this.renders=null;else try{let[n,r]=await Promise.all([kn(t[0],e),kn(t[1],e)]);if(e.aborted)return;this.renders=[n,r],await this.updateComplete,this.slider?.focus()}catch(t){e.aborted||(this.problem=z(t))}}tell(e){this.dispatchEvent(new CustomEvent(`pair`,{detail:e}))}render(){return g`<dialog
      data-testid="compare"
      aria-label=${D(`compare.title`)}
      @close=${()=>{this.pair&&this.tell(null)}}
      @click=${e=>{e.target===this.dialog&&this.dialog.close()}}
    >
      <header>
        <h2>${D(`compare.title`)}</h2>
        <button
          data-testid="compare-swap"
          ?disabled=${!this.renders}
          @click=${()=>{this.pair&&this.tell([this.pair[1],this.pair[0]])}}
        >
          ${w(`swap`)}${D(`compare.swap`)}
        </button>
        <button class="bare icon" aria-label=${D(`common.close`)} @click=${()=>this.dialog.close()}>
          ${w(`close`)}
        </button>
      </header>
      ${this.problem?g`<rashin-notice .problem=${this.problem} @dismiss=${()=>this.dialog.close()}></rashin-notice>`:this.body()}
    </dialog>`}body(){if(!this.renders)return g`<div class="two"><div class="waiting"></div></div>`;let[e,t]=this.renders;return g`<div class="two">
      <rashin-compare-slider
        .first=${e.image}
        .second=${t.image}
        firstWords=${fm(e.recipe,e.id)}
        secondWords=${fm(t.recipe,t.id)}
      ></rashin-compare-slider>
      <div class="said">${this.said(e,t)}</div>
    </div>`}said(e,t){if(!e.recipe||!t.recipe)return v;let n=gm(e.recipe,t.recipe),r=this.models.find(t=>t.id===e.recipe?.model)??null;return n.length===0?g`<p>${D(`compare.same`)}</p>`:g`<table data-testid="differences">
        <thead>
          <tr>
            <th scope="col">${D(`compare.differ`)}</th>
            <th scope="col">A</th>
            <th scope="col">B</th>
          </tr>
        </thead>
        <tbody>
          ${n.map(e=>g`<tr>
              <th scope="row">${Sm(e.field,r)}</th>
              <td>${e.first}</td>
              <td>${e.second}</td>
            </tr>`)}
        </tbody>
      </table>
      <p class="quiet">${D(`compare.rest`)}</p>`}};j([x({attribute:!1})],Dm.prototype,`pair`,void 0),j([x({attribute:!1})],Dm.prototype,`models`,void 0),j([S()],Dm.prototype,`renders`,void 0),j([S()],Dm.prototype,`problem`,void 0),j([C(`dialog`)],Dm.prototype,`dialog`,void 0),j([C(`rashin-compare-slider`)],Dm.prototype,`slider`,void 0),Dm=j([b(`rashin-compare-sheet`)],Dm);var Om=e=>e.split(/\s+/).join(` `).trim(),km=class extends y{static{this.styles=[T,ai,h`
      form {
        display: flex;
        gap: 8px;
      }
      ul {
        list-style: none;
        margin: 12px 0 0;
        padding: 0;
        max-height: 46dvh;
        overflow-y: auto;
      }
      li button {
        width: 100%;
        justify-content: flex-start;
        border-color: transparent;
        background: none;
        min-height: 44px;
        text-align: left;
      }
      li span {
        flex: 1;
        min-width: 0;
        overflow: hidden;
        text-overflow: ellipsis;
        white-space: nowrap;
      }
      small {
        color: var(--soft);
        font-weight: 400;
      }
    `]}constructor(){super(),this.folders=[],this.many=0,this.renaming=null,this.name=``,this.answer=null,new A(this)}async move(e,t){[this.many,this.renaming,this.name,this.answer]=[e,null,``,t],await this.open()}async rename(e,t){[this.many,this.renaming,this.name,this.answer]=[0,e,e,t],await this.open(),this.input.select()}async open(){await this.updateComplete,this.dialog.open||this.dialog.showModal()}take(e){let{answer:t}=this;this.answer=null,this.dialog.close(),t?.(e)}render(){let{renaming:e}=this,t=Om(this.name),n=e===null?D(this.many===1?`history.moveOne`:`history.moveMany`,{n:k(this.many)}):D(`history.rename`,{name:e});return g`<dialog data-testid="folders" aria-label=${n}>
      <header>
        <h2>${n}</h2>
        <button class="bare icon" aria-label=${D(`common.close`)} @click=${()=>this.dialog.close()}>
          ${w(`close`)}
        </button>
      </header>
      <form
        @submit=${e=>{e.preventDefault(),t!==``&&this.take(t)}}
      >
        <input
          autofocus
          data-testid="folder-name"
          maxlength=${120}
          aria-label=${D(`history.folderName`)}
          placeholder=${D(`history.folderName`)}
          .value=${this.name}
          @input=${()=>{this.name=this.input.value}}
        />
        <button class="primary" data-testid="folder-take" ?disabled=${t===``||t===e}>
          ${D(e===null?`history.moveTo`:`history.renameDo`)}
        </button>
      </form>
      ${e===null?g`<ul>
            ${this.folders.map(e=>g`<li>
                  <button @click=${()=>this.take(e.name)}>
                    ${w(`folder`)}<span>${e.name}</span><small>${k(e.count)}</small>
                  </button>
                </li>`)}
            <li>
              <button data-testid="folder-none" @click=${()=>this.take(null)}>
                ${w(`close`)}<span>${D(`history.noFolder`)}</span>
              </button>
            </li>
          </ul>`:v}
    </dialog>`}};j([x({attribute:!1})],km.prototype,`folders`,void 0),j([S()],km.prototype,`many`,void 0),j([S()],km.prototype,`renaming`,void 0),j([S()],km.prototype,`name`,void 0),j([C(`dialog`)],km.prototype,`dialog`,void 0),j([C(`input`)],km.prototype,`input`,void 0),km=j([b(`rashin-folder-sheet`)],km);var Am=260,jm=class extends y{static{this.styles=[T,h`
      :host {
        display: block;
      }
      .bar {
        display: flex;
        align-items: center;
        gap: 8px;
        min-height: 42px;
      }
      .find {
        position: relative;
        flex: 1 1 120px;
        min-width: 0;
        max-width: 520px;
      }
      .find svg {
        position: absolute;
        left: 12px;
        top: 11px;
        color: var(--soft);
        pointer-events: none;
      }
      input[type="search"] {
        width: 100%;
        min-height: 40px;
        padding: 0 12px 0 38px;
        border: 1px solid var(--line);
        border-radius: var(--radius-small);
        background: var(--surface);
      }
      select {
        min-height: 40px;
        max-width: 190px;
        min-width: 0;
        padding: 0 8px;
        border: 1px solid var(--line);
        border-radius: var(--radius-small);
        background: var(--surface);
        text-overflow: ellipsis;
      }
      input[type="range"] {
        width: 96px;
        accent-color: var(--accent);
      }
      .space {
        flex: 1;
      }
      b {
        font-weight: 600;
        font-variant-numeric: tabular-nums;
        white-space: nowrap;
      }
      .acting {
        padding: 0 6px 0 2px;
        border-radius: var(--radius-small);
        background: var(--surface);
        box-shadow: 0 0 0 1px var(--accent);
      }
      .acting button {
        border-color: transparent;
        background: none;
      }
      .acting button:hover:not(:disabled) {
        background: var(--sunken);
      }
      button {
        white-space: nowrap;
      }
      @media (max-width: 1080px) {
        .acting button span,
        .folder span {
          display: none;
        }
        .acting button,
        .folder {
          padding: 0;
        }
      }
      @media (max-width: 760px) {
        .size,
        .finding > .space {
          display: none;
        }
        .model {
          width: 112px;
        }
        .acting {
          gap: 0;
        }
      }
    `]}constructor(){super(),this.query=Gp,this.models=[],this.chosen=0,this.choosing=!1,this.empty=!1,this.tile=132,new A(this)}disconnectedCallback(){super.disconnectedCallback(),clearTimeout(this.timer)}focus(){this.input?.focus()}ask(e){clearTimeout(this.timer),this.dispatchEvent(new CustomEvent(`go`,{detail:{...this.query,...e}}))}act(e){this.dispatchEvent(new CustomEvent(`act`,{detail:e}))}render(){return this.chosen>0||this.choosing?this.acting():this.finding()}button(e,t,n,r=!1,i=n){return g`<button data-testid="act-${e}" title=${i} aria-label=${n} ?disabled=${r} @click=${()=>this.act(e)}>
      ${w(t)}<span>${n}</span>
    </button>`}acting(){let{chosen:e}=this,t=e===0,n=e===1?D(`history.chosenOne`):D(`history.chosenMany`,{n:k(e)});return g`<div class="bar acting" role="toolbar" aria-label=${n} data-testid="acting">
      <button class="icon" data-testid="act-none" aria-label=${D(`history.letGo`)} title=${D(`history.letGo`)} @click=${()=>this.act(`none`)}>
        ${w(`close`)}
      </button>
      <b role="status">${n}</b>
      <i class="space"></i>
      ${this.button(`all`,`tick`,D(`history.chooseAll`))}
      ${this.query.trash?this.button(`restore`,`undo`,D(`history.restore`),t):g`${this.button(`compare`,`compare`,D(`history.compare`),e!==2,D(`history.compareHint`))}
            ${this.button(`star`,`star`,D(`history.star`),t)}
            ${this.button(`move`,`folder`,D(`history.move`),t)}
            ${this.button(`download`,`down`,D(`history.download`),t)}
            ${this.button(`discard`,`trash`,D(`history.discard`),t)}`}
    </div>`}finding(){let{query:e,models:t}=this;return g`<div class="bar finding">
      <div class="find">
        ${w(`search`)}
        <input
          type="search"
          data-testid="history-search"
          aria-label=${D(`history.search`)}
          placeholder=${D(`history.search`)}
          .value=${e.q}
          @input=${e=>{let t=e.target.value;clearTimeout(this.timer),this.timer=setTimeout(()=>this.ask({q:t}),Am)}}
          @keydown=${e=>{e.key===`Enter`&&this.ask({q:e.target.value})}}
        />
      </div>
      ${t.length<2?v:g`<select
              class="model"
              data-testid="history-model"
              aria-label=${D(`history.model`)}
              @change=${e=>this.ask({model:e.target.value||null})}
            >
              <option value="" .selected=${e.model===null}>${D(`history.anyModel`)}</option>
              ${t.map(t=>g`<option value=${t.id} .selected=${e.model===t.id}>${O(t.title)}</option>`)}
            </select>`}
      <i class="space"></i>
      ${e.folder===null?v:g`<button class="folder" data-testid="act-rename" aria-label=${D(`history.renameDo`)} title=${D(`history.renameDo`)} @click=${()=>this.act(`rename`)}>
                ${w(`pen`)}<span>${D(`history.renameDo`)}</span>
              </button>
              <button class="folder" data-testid="act-remove" aria-label=${D(`history.removeFolder`)} title=${D(`history.removeFolder`)} @click=${()=>this.act(`remove`)}>
                ${w(`trash`)}<span>${D(`history.removeFolder`)}</span>
              </button>`}
      ${e.trash?g`<button data-testid="act-empty" ?disabled=${this.empty} @click=${()=>this.act(`empty`)}>
              ${w(`trash`)}${D(`history.emptyTrash`)}
            </button>`:v}
      <input
        class="size"
        type="range"
        min="72"
        max="280"
        step="4"
        .value=${String(this.tile)}
        aria-label=${D(`history.size`)}
        title=${D(`history.size`)}
        @input=${e=>this.dispatchEvent(new CustomEvent(`tile`,{detail:Number(e.target.value)}))}
      />
      <button class="icon" data-testid="act-choose" ?disabled=${this.empty} aria-label=${D(`history.chooseMode`)} title=${D(`history.chooseMode`)} @click=${()=>this.act(`choose`)}>
        ${w(`tick`)}
      </button>
    </div>`}};j([x({attribute:!1})],jm.prototype,`query`,void 0),j([x({attribute:!1})],jm.prototype,`models`,void 0),j([x({type:Number})],jm.prototype,`chosen`,void 0),j([x({type:Boolean})],jm.prototype,`choosing`,void 0),j([x({type:Boolean})],jm.prototype,`empty`,void 0),j([x({type:Number})],jm.prototype,`tile`,void 0),j([C(`input[type=search]`)],jm.prototype,`input`,void 0),jm=j([b(`rashin-history-bar`)],jm);var Mm=class extends y{static{this.styles=[T,h`
      div {
        min-height: 46vh;
        display: grid;
        place-items: center;
        align-content: center;
        gap: 4px;
        text-align: center;
        padding: 20px;
      }
      h2 {
        font-size: 1.14rem;
        color: var(--ink);
      }
      p {
        margin: 0 0 12px;
        max-width: 34em;
      }
    `]}constructor(){super(),this.query=Gp,new A(this)}render(){let{q:e,model:t,starred:n,folder:r,trash:i}=this.query,a=e!==``||t!==null||r!==null?`noneFound`:i?`trashEmpty`:n?`noStars`:`empty`;return g`<div data-testid="none">
      <h2>${D(`history.${a}`)}</h2>
      <p class="quiet">${D(`history.${a}Hint`)}</p>
      ${a===`empty`?g`<a class="button" href="/studio">${D(`history.emptyDo`)}</a>`:g`<button @click=${()=>this.dispatchEvent(new Event(`everything`))}>${D(`history.noneFoundDo`)}</button>`}
    </div>`}};j([x({attribute:!1})],Mm.prototype,`query`,void 0),Mm=j([b(`rashin-history-none`)],Mm);function Nm(e,t,n,r){let i=Math.max(1,Math.floor((e+n)/(t+n))),a=Math.max(1,(e-n*(i-1))/i),o=Math.ceil(r/i);return{columns:i,side:a,gap:n,count:r,height:Math.max(0,o*(a+n)-n)}}function Pm(e,t,n){let r=e.side+e.gap,i=Math.max(0,Math.floor((t-n)/r)),a=Math.max(i,Math.ceil((t+2*n)/r));return[Math.min(e.count,i*e.columns),Math.min(e.count,a*e.columns)]}var Fm=(e,t)=>({x:t%e.columns*(e.side+e.gap),y:Math.floor(t/e.columns)*(e.side+e.gap)});function Im(e,t,n,r){let{y:i}=Fm(e,t);if(i<n)return i-n-e.gap;let a=i+e.side-(n+r);return a>0?a+e.gap:0}var Lm=h`
  :host {
    display: block;
  }
  ul {
    position: relative;
    list-style: none;
    padding: 0;
    margin: 0;
  }
  li {
    position: absolute;
    inset: 0 auto auto 0;
    width: var(--side);
    height: var(--side);
    contain: layout paint size;
  }
  .take {
    position: absolute;
    inset: 0;
    width: 100%;
    height: 100%;
    padding: 0;
    border-radius: var(--radius);
    overflow: hidden;
    background: #fff;
    touch-action: manipulation;
  }
  .take:hover:not(:disabled) {
    background: #fff;
    border-color: var(--faint);
  }
  .take:focus-visible {
    outline-offset: -3px;
  }
  .chosen .take {
    border-color: var(--accent);
    box-shadow: inset 0 0 0 2px var(--accent);
  }
  .chosen img {
    transform: scale(0.86);
    border-radius: 10px;
  }
  img {
    width: 100%;
    height: 100%;
    object-fit: contain;
    transition: transform 0.12s;
  }
  .none {
    padding: 10px;
    font-size: 0.8rem;
    font-weight: 400;
    color: #566274;
    overflow-wrap: anywhere;
    max-height: 100%;
    overflow: hidden;
  }
  .none small {
    display: block;
    margin-top: 4px;
    font-size: 0.74rem;
    color: var(--faint);
  }
  .failed {
    color: #b3341d;
  }
  .running {
    animation: breathe 0.9s infinite alternate;
  }
  @keyframes breathe {
    to {
      opacity: 0.45;
    }
  }
  .pick {
    position: absolute;
    left: 0;
    top: 0;
    width: 40px;
    height: 40px;
    display: grid;
    place-items: center;
    cursor: pointer;
    opacity: 0;
  }
  input {
    color-scheme: light;
    width: 19px;
    height: 19px;
    margin: 0;
    accent-color: var(--accent);
    cursor: pointer;
  }
  .star {
    position: absolute;
    right: 0;
    top: 0;
    border: 0;
    background: none;
    color: #667183;
    opacity: 0;
  }
  .star svg {
    width: 20px;
    height: 20px;
    fill: #fff;
  }
  .star:hover:not(:disabled),
  .star[aria-pressed="true"] {
    background: none;
  }
  .star.on svg {
    fill: #e9a100;
    stroke: #a86f00;
  }
  li:hover .pick,
  .choosing .pick,
  .chosen .pick,
  li:hover .star,
  .star:focus-visible,
  .star.on {
    opacity: 1;
  }
  @media (hover: none) {
    .take {
      -webkit-touch-callout: none;
      user-select: none;
    }
    .star:not(.on) {
      display: none;
    }
  }
`,Rm=`application/x-rashin-renders`,zm=450,Bm=[`queued`,`running`,`done`,`failed`,`cancelled`],Vm=class extends y{static{this.styles=[T,Lm]}constructor(){super(),this.items=[],this.selection=Jp,this.trash=!1,this.choosing=!1,this.more=!1,this.tile=132,this.scroller=null,this.at=0,this.width=0,this.sight=[0,0],this.sizes=new ResizeObserver(()=>this.measure()),this.events=new AbortController,this.held=!1,new A(this)}connectedCallback(){super.connectedCallback(),this.sizes.observe(this)}disconnectedCallback(){super.disconnectedCallback(),clearTimeout(this.hold),this.sizes.disconnect(),this.events.abort()}get gap(){return this.width<560?6:10}get grid(){let e=this.width<560?Math.min(this.tile,this.tile*.8):this.tile;return Nm(this.width,e,this.gap,this.items.length)}window(){let{scroller:e}=this;return e?{top:e.getBoundingClientRect().top-this.getBoundingClientRect().top,height:e.clientHeight}:{top:0,height:innerHeight}}willUpdate(e){if(!e.has(`scroller`))return;this.events.abort(),this.events=new AbortController;let{signal:t}=this.events;this.scroller?.addEventListener(`scroll`,()=>this.measure(),{passive:!0,signal:t}),this.scroller&&this.sizes.observe(this.scroller)}updated(e){(e.has(`items`)||e.has(`tile`))&&this.measure()}measure(){this.width=this.clientWidth;let{top:e,height:t}=this.window(),[n,r]=Pm(this.grid,e,t);(n!==this.sight[0]||r!==this.sight[1])&&(this.sight=[n,r]),this.more&&r>=this.items.length-this.grid.columns&&this.tell(`end`,null)}focus(){this.stand(Math.max(0,Math.min(this.at,this.items.length-1)))}stand(e){this.at=e;let{top:t,height:n}=this.window(),r=Im(this.grid,e,t,n-60);r!==0&&this.scroller?.scrollBy({top:r}),this.updateComplete.then(()=>this.list.querySelector(`[data-n="${e}"] .take`)?.focus({preventScroll:!0}))}tell(e,t){this.dispatchEvent(new CustomEvent(e,{detail:t}))}choose(e){this.tell(`choose`,e)}get order(){return this.items.map(e=>e.id)}press(e,t,n){this.at=n,this.held?this.held=!1:e.shiftKey?this.choose(Xp(this.selection,t.id,this.order)):e.ctrlKey||e.metaKey||this.choosing||this.selection.ids.size>0?this.choose(Yp(this.selection,t.id)):this.tell(`open`,t)}touch(e,t){clearTimeout(this.hold),this.held=!1,e.pointerType===`touch`&&(this.hold=setTimeout(()=>{this.held=!0,navigator.vibrate?.(12),this.choose(Yp(this.selection,t.id))},zm))}key(e){let t=this.items[this.at];if(!t||e.altKey)return;let n=e.ctrlKey||e.metaKey,r=n?null:$p(e.key,this.at,this.grid.columns,this.items.length);if(r!==null)this.walk(r,t,e.shiftKey);else if(e.key===` `)this.choose(Yp(this.selection,t.id));else if(e.key===`a`&&n)this.choose({ids:new Set(this.order),anchor:t.id});else if(e.key===`Escape`&&(this.selection.ids.size>0||this.choosing))this.choose(Jp);else if(e.key===`Delete`||e.key===`Backspace`)this.tell(`discard`,t);else if(e.key===`s`&&!n)this.tell(`star`,t);else if(e.key===`m`&&!n)this.tell(`move`,t);else if(e.key===`c`&&!n)this.tell(`compare`,t);else return;e.preventDefault()}walk(e,t,n){let r=this.items[e];if(n&&r){let e=this.selection.anchor===null?Yp(this.selection,t.id):this.selection;this.choose(Xp(e,r.id,this.order))}this.stand(e)}drag(e,t){let n=this.selection.ids.has(t.id)?[...this.selection.ids]:[t.id];e.dataTransfer?.setData(Rm,JSON.stringify(n)),e.dataTransfer&&(e.dataTransfer.effectAllowed=`move`)}render(){let{grid:e,items:t}=this,n=Math.min(this.at,t.length-1),[r,i]=this.sight,a=t.slice(r,i).map((e,t)=>({render:e,index:r+t})),o=t[n];return o&&(n<r||n>=i)&&a.push({render:o,index:n}),g`<ul
      data-testid="pictures"
      class=${this.choosing||this.selection.ids.size>0?`choosing`:``}
      .style=${`height:${e.height}px;--side:${e.side}px`}
      aria-label=${D(`history.grid`)}
      @keydown=${e=>this.key(e)}
    >
      ${$t(this.width>0?a:[],({render:e})=>e.id,({render:t,index:r})=>this.item(t,r,Fm(e,r),r===n))}
    </ul>`}item(e,t,{x:n,y:r},i){let a=fm(e.recipe,e.id),o=this.selection.ids.has(e.id);return g`<li
      class=${o?`chosen`:``}
      .style=${`transform:translate(${n}px,${r}px)`}
      data-testid="kept"
      data-id=${e.id}
      data-n=${t}
      aria-posinset=${t+1}
      aria-setsize=${this.more?-1:this.items.length}
    >
      <button
        class="take"
        tabindex=${i?0:-1}
        title=${a}
        aria-label=${o?D(`history.chosen`,{title:a}):a}
        aria-keyshortcuts="Enter Space s m c Delete"
        draggable=${this.trash?`false`:`true`}
        @focus=${()=>{this.at=t}}
        @dragstart=${t=>this.drag(t,e)}
        @pointerdown=${t=>this.touch(t,e)}
        @pointermove=${e=>{Math.abs(e.movementX)+Math.abs(e.movementY)>2&&clearTimeout(this.hold)}}
        @pointerup=${()=>clearTimeout(this.hold)}
        @pointercancel=${()=>clearTimeout(this.hold)}
        @contextmenu=${e=>{e.pointerType===`touch`&&e.preventDefault()}}
        @click=${n=>this.press(n,e,t)}
      >
        ${this.inside(e,a)}
      </button>
      <label class="pick">
        <input
          type="checkbox"
          tabindex="-1"
          .checked=${o}
          aria-label=${D(`history.choose`,{title:a})}
          @click=${t=>{this.choose(t.shiftKey?Xp(this.selection,e.id,this.order):Yp(this.selection,e.id))}}
        />
      </label>
      ${this.trash?v:g`<button
            class="icon star ${e.starred?`on`:``}"
            tabindex="-1"
            aria-pressed=${e.starred}
            aria-label=${e.starred?D(`studio.unstar`):D(`studio.star`)}
            @click=${()=>this.tell(`star`,e)}
          >
            ${w(`star`)}
          </button>`}
    </li>`}inside(e,t){if(e.image){let t=this.grid.side*devicePixelRatio;return g`<img src=${jn(e.image,t)} alt="" decoding="async" draggable="false" />`}let n=Bm.find(t=>t===e.state)??`queued`;return g`<span class="none ${n}">
      ${e.error??D(`history.state.${n}`)}<small>${t}</small>
    </span>`}};j([x({attribute:!1})],Vm.prototype,`items`,void 0),j([x({attribute:!1})],Vm.prototype,`selection`,void 0),j([x({type:Boolean})],Vm.prototype,`trash`,void 0),j([x({type:Boolean})],Vm.prototype,`choosing`,void 0),j([x({type:Boolean})],Vm.prototype,`more`,void 0),j([x({type:Number})],Vm.prototype,`tile`,void 0),j([x({attribute:!1})],Vm.prototype,`scroller`,void 0),j([x({type:Number})],Vm.prototype,`at`,void 0),j([S()],Vm.prototype,`width`,void 0),j([S()],Vm.prototype,`sight`,void 0),j([C(`ul`)],Vm.prototype,`list`,void 0),Vm=j([b(`rashin-picture-grid`)],Vm);var Hm=class extends y{static{this.styles=[T,h`
      nav {
        display: flex;
        flex-direction: column;
        gap: 2px;
      }
      button {
        justify-content: flex-start;
        border-color: transparent;
        background: none;
        font-weight: 500;
        width: 100%;
        text-align: left;
      }
      button[aria-current="true"] {
        background: var(--surface);
        border-color: var(--line);
        font-weight: 600;
      }
      button.over {
        border-color: var(--accent);
        background: var(--accent-wash);
      }
      .new {
        color: var(--soft);
      }
      span {
        flex: 1;
        min-width: 0;
        overflow: hidden;
        text-overflow: ellipsis;
        white-space: nowrap;
      }
      small {
        color: var(--soft);
        font-variant-numeric: tabular-nums;
      }
      hr {
        width: 100%;
        border: 0;
        border-top: 1px solid var(--line);
        margin: 6px 0;
      }
      @media (max-width: 760px) {
        nav {
          flex-direction: row;
          overflow-x: auto;
          scrollbar-width: none;
          gap: 6px;
          padding: 2px;
          margin: -2px;
        }
        button {
          width: auto;
          flex: none;
          max-width: 200px;
          border-color: var(--line);
          background: var(--surface);
        }
        button[aria-current="true"] {
          background: var(--ink);
          border-color: var(--ink);
          color: var(--surface);
        }
        [aria-current="true"] small {
          color: inherit;
        }
        hr {
          display: none;
        }
      }
    `]}constructor(){super(),this.folders=[],this.query=Gp,this.over=null,new A(this)}go(e){let{q:t,model:n}=this.query;this.dispatchEvent(new CustomEvent(`go`,{detail:{...Gp,q:t,model:n,...e}}))}drop(e,t){e.preventDefault(),this.over=null;let n=JSON.parse(e.dataTransfer?.getData(`application/x-rashin-renders`)||`[]`);Array.isArray(n)&&this.dispatchEvent(new CustomEvent(`put`,{detail:{ids:n.map(String),folder:t}}))}render(){let{starred:e,folder:t,trash:n}=this.query,r=!e&&!n&&t===null;return g`<nav aria-label=${D(`history.parts`)} data-testid="parts">
      ${this.entry(`clock`,D(`history.all`),r,{})}
      ${this.entry(`star`,D(`history.starred`),e,{starred:!0})}
      ${this.folders.length>0?g`<hr />`:v}
      ${this.folders.map(e=>g`<button
            data-testid="folder"
            data-name=${e.name}
            class=${this.over===e.name?`over`:``}
            title=${e.name}
            aria-current=${t===e.name}
            @click=${()=>this.go({folder:e.name})}
            @dragover=${t=>{t.dataTransfer?.types.includes(`application/x-rashin-renders`)&&(t.preventDefault(),this.over=e.name)}}
            @dragleave=${()=>{this.over=null}}
            @drop=${t=>this.drop(t,e.name)}
          >
            ${w(`folder`)}<span>${e.name}</span><small>${k(e.count)}</small>
          </button>`)}
      <button data-testid="new-folder" class="new" @click=${()=>this.dispatchEvent(new Event(`fresh`))}>
        ${w(`plus`)}<span>${D(`history.newFolder`)}</span>
      </button>
      <hr />
      ${this.entry(`trash`,D(`history.trash`),n,{trash:!0})}
    </nav>`}entry(e,t,n,r){return g`<button data-testid="part-${e}" aria-current=${n} @click=${()=>this.go(r)}>
      ${w(e)}<span>${t}</span>
    </button>`}};j([x({attribute:!1})],Hm.prototype,`folders`,void 0),j([x({attribute:!1})],Hm.prototype,`query`,void 0),j([S()],Hm.prototype,`over`,void 0),Hm=j([b(`rashin-history-rail`)],Hm);var Um=4,Wm=(e,t)=>({id:e,title:t,kind:`words`,min:0,max:0,choices:[],from:0,to:0});function Gm(e,t,n,r=!1,i=n.min,a=n.max){return{id:e,title:t,kind:r?`whole`:`figure`,min:n.min,max:n.max,choices:[],from:i,to:a}}function Km(e){let{steps:t,guidance:n,size:r,samplers:i}=e,a=t.choices.length>0,o=[];if(e.usesWords&&o.push(Wm(`prompt`,`studio.prompt.short`)),e.negativePrompt&&o.push(Wm(`negative_prompt`,`studio.negative.short`)),o.push(Gm(`seed`,`studio.seed`,{min:0,max:Wu},!0,1,6)),t.max>t.min&&o.push({...Gm(`steps`,`studio.steps`,t,!0,t.min,a?t.max:Math.min(t.max,40)),choices:a?t.choices.map(String):[],kind:a?`choice`:`whole`}),n.max>n.min&&o.push(Gm(`guidance_scale`,`studio.guidance`,n)),i.length>1&&o.push({...Wm(`sampler`,`studio.sampler`),kind:`choice`,choices:i}),e.imageToImage&&o.push(Gm(`strength`,`studio.strength`,{min:.01,max:1},!1,.2,.9)),r.sizes)for(let e of[`width`,`height`])o.push(Gm(e,`studio.${e}`,r.sizes,!0,r[e]/2,r[e]));for(let t of e.directions)o.push(Gm(`steering.${t.id}`,t.title,t));for(let t of e.loras)o.push(Gm(`lora.${t.id}`,t.title,t.range,!1,0,1));return o}function qm(e){let t=e.kind===`choice`?e.choices.slice(0,6).join(`, `):``,n=e.kind===`words`||e.kind===`choice`?`list`:`range`,r=e.kind===`whole`?Math.min(6,e.to-e.from+1):5;return{knob:e.id,how:n,list:t,from:e.from,to:e.to,count:r}}var Jm=e=>Number(e.toFixed(Um))+0;function Ym(e,t){let n=Math.max(1,Math.floor(e.count)),r=Array.from({length:n},(r,i)=>{let a=n===1?e.from:e.from+(e.to-e.from)*i/(n-1);return t?Math.round(a):Jm(a)});return[...new Set(r)]}function Xm(e,t){if(t.kind===`words`){let t=e.list.split(`
`).map(e=>e.trim());return{values:[...new Set(t.filter(e=>e!==``))],wrong:[]}}let n=e.list.split(/[,;\s]+/).filter(e=>e!==``);if(t.kind===`choice`){let e=n.filter(e=>t.choices.includes(e)),r=n.filter(e=>!t.choices.includes(e)),i=t.id===`steps`?e.map(Number):e;return{values:[...new Set(i)],wrong:r}}let r=t.kind===`whole`,i=e=>Number.isFinite(e)&&e>=t.min&&e<=t.max&&(!r||Number.isInteger(e));if(e.how===`range`){if(!Number.isFinite(e.from)||!Number.isFinite(e.to))return{values:[],wrong:[]};let t=Ym(e,r);return{values:t.filter(i),wrong:t.filter(e=>!i(e)).map(String)}}let a=n.map(Number).filter(i).map(Jm);return{values:[...new Set(a)],wrong:n.filter(e=>!i(Number(e)))}}var Zm=1e3,Qm=[`x`,`y`,`z`],$m=e=>`/sweeps?${new URLSearchParams({recipe:JSON.stringify(e)})}`,eh=e=>`/scrub?${new URLSearchParams({recipe:JSON.stringify(e)})}`;function th(e){let{conditioning:t,noise:n,weights:r,environment:i,format:a,...o}=e,s=rd(t),c=cd(n),l=t===``?{}:s===null?{conditioning:t}:{prompt:s};return{...o,...l,...c===null?{noise:n}:{seed:c}}}function nh(e,t){let n=Km(t),r=e.axes.flatMap(e=>{let t=n.find(t=>t.id===e.knob);return t?[{knob:e.knob,values:Xm(e,t).values}]:[]}),i=new Set(r.map(e=>e.knob)),{conditioning:a,noise:o,...s}=e.recipe;return{recipe:{...s,...a!==void 0&&!i.has(`prompt`)&&{conditioning:a},...o!==void 0&&!i.has(`seed`)&&{noise:o}},axes:r}}var rh=e=>e.length===0?0:e.reduce((e,t)=>e*t.values.length,1);function ih(e){if(!e.recipe)return null;let t=e.axes.map(e=>{let t=e.knob===`prompt`||e.knob===`negative_prompt`,n=e.values.join(t?`
`:`, `);return{knob:e.knob,how:`list`,list:n,from:0,to:1,count:e.values.length}});return{recipe:th(e.recipe),axes:t}}function ah(e,t){let n=Km(t);return{recipe:e,axes:[n.find(e=>e.id.startsWith(`steering.`))??n.find(e=>e.id===`guidance_scale`),n.find(e=>e.id===`seed`)].flatMap(e=>e?[qm(e)]:[])}}function oh(e){let t=e.how===`list`?[e.list]:[e.from,e.to,e.count];return[e.knob,e.how,...t].join(`~`)}function sh(e,t){let[n=``,r,...i]=e.split(`~`),a=Km(t).find(e=>e.id===n);if(!a)return null;let o=qm(a);if(r===`list`)return{...o,how:r,list:i.join(`~`)};let[s,c,l]=i.map(Number);return[s,c,l].every(e=>e!==void 0&&Number.isFinite(e))?{...o,how:`range`,from:s??0,to:c??1,count:l??1}:o}function ch(e){let t=new URLSearchParams({recipe:JSON.stringify(e.recipe)});return e.axes.forEach((e,n)=>{let r=Qm[n];r&&t.set(r,oh(e))}),t.toString()}function lh(e){try{let t=JSON.parse(e??``);return typeof t!=`object`||!t||!(`model`in t)?null:typeof t.model==`string`?t:null}catch{return null}}function uh(e,t,n){let r=new URLSearchParams(e),i=lh(r.get(`recipe`)),a=t.find(e=>e.id===i?.model)??t[0];if(!a)return null;let o={model:a.id,...a.usesWords&&{prompt:n},seed:7},s=i&&i.model===a.id?i:o,c=Qm.flatMap(e=>{let t=r.has(e)?sh(r.get(e)??``,a):null;return t?[t]:[]});return{card:a,draft:c.length>0?{recipe:s,axes:c}:ah(s,a)}}var dh=h`
  dialog {
    width: min(1020px, calc(100vw - 24px));
  }
  .card {
    display: grid;
    grid-template-columns: minmax(0, 1fr) 320px;
    gap: 22px;
    align-items: start;
  }
  .easel {
    display: grid;
    place-items: center;
    aspect-ratio: 1;
    max-height: calc(100dvh - 60px);
    width: 100%;
    border-radius: 14px;
    background: #fff;
    overflow: hidden;
    padding: 0;
  }
  .easel img {
    width: 100%;
    height: 100%;
    min-height: 0;
    object-fit: contain;
  }
  .easel p {
    padding: 24px;
    color: #566274;
  }
  .side {
    display: flex;
    flex-direction: column;
    gap: 12px;
    min-width: 0;
  }
  .way {
    display: flex;
    align-items: center;
  }
  .way span {
    flex: 1;
    font-variant-numeric: tabular-nums;
  }
  h2 {
    font-size: 1.14rem;
    line-height: 1.3;
    color: var(--ink);
    overflow-wrap: anywhere;
  }
  dl {
    display: grid;
    grid-template-columns: max-content minmax(0, 1fr);
    gap: 5px 14px;
    margin: 0;
    font-size: 0.9rem;
  }
  dt {
    color: var(--soft);
  }
  dd {
    margin: 0;
    overflow-wrap: anywhere;
    font-variant-numeric: tabular-nums;
  }
  summary {
    cursor: pointer;
    color: var(--soft);
    font-size: 0.87rem;
    min-height: 32px;
    align-content: center;
  }
  pre {
    margin: 4px 0 0;
    padding: 10px 12px;
    max-height: 260px;
    overflow: auto;
    border-radius: var(--radius-small);
    background: var(--sunken);
    font-size: 0.8rem;
    line-height: 1.45;
  }
  .row {
    display: grid;
    grid-template-columns: 1fr 1fr;
    gap: 7px;
  }
  .row > * {
    justify-content: flex-start;
    white-space: nowrap;
  }
  .wide {
    grid-column: 1 / -1;
    justify-content: center;
  }
  .open {
    background: var(--accent);
    border-color: var(--accent);
    color: var(--accent-ink);
  }
  .open:hover {
    background: var(--accent);
    filter: brightness(1.07);
  }
  @media (max-width: 760px) {
    dialog {
      padding: 8px 12px 14px;
    }
    .card {
      grid-template-columns: minmax(0, 1fr);
      gap: 12px;
    }
    .easel {
      max-height: 46dvh;
    }
    .side {
      display: contents;
    }
    .way {
      order: -1;
    }
  }
`,fh=class extends y{static{this.styles=[T,h`
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
    `]}constructor(){super(),this.recipe=``,this.verified=null,this.running=!1,this.progress=0,this.problem=null,this.abort=new AbortController,new A(this)}disconnectedCallback(){super.disconnectedCallback(),this.abort.abort()}willUpdate(e){e.has(`recipe`)&&e.get(`recipe`)!==void 0&&this.close()}updated(){this.toggleAttribute(`open`,this.running||this.verified!==null||this.problem!==null)}close(){this.abort.abort(),this.running=!1,this.verified=null,this.problem=null}async begin(e){this.recipe=e,await this.updateComplete,this.close(),this.abort=new AbortController;let{signal:t}=this.abort;this.running=!0,this.progress=0;try{let n=await Ri(e,e=>{this.progress=e},t);if(t.aborted)return;this.verified=n}catch(e){if(t.aborted)return;this.problem=z(e)}this.running=!1}render(){if(this.problem)return g`<rashin-notice .problem=${this.problem} @dismiss=${()=>this.close()}></rashin-notice>`;if(this.running)return g`<div class="box" role="status">
        <div class="said">
          <b>${D(`studio.verifying`)}</b>
          ${this.progress>0?g`<span class="figure">${Math.round(this.progress*100)} %</span>`:v}
        </div>
        <button @click=${()=>this.close()}>${D(`common.cancel`)}</button>
      </div>`;let{verified:e}=this;if(!e)return v;let t=e.psnr_db;return g`<div class="box ${e.verdict}" role="status" data-testid="verdict" data-verdict=${e.verdict}>
      <div class="said">
        <b>${D(`studio.verdict.${e.verdict}`)}</b>
        ${e.verdict!==`identical`&&t!==null?g`<span class="figure"> · ${t.toFixed(1)} dB</span>`:v}
        ${e.reasons.length>0?g`<ul>
              ${e.reasons.map(e=>g`<li>${e}</li>`)}
            </ul>`:v}
      </div>
      <button class="bare icon" aria-label=${D(`common.close`)} @click=${()=>this.close()}>${w(`close`)}</button>
    </div>`}};j([x()],fh.prototype,`recipe`,void 0),j([S()],fh.prototype,`verified`,void 0),j([S()],fh.prototype,`running`,void 0),j([S()],fh.prototype,`progress`,void 0),j([S()],fh.prototype,`problem`,void 0),fh=j([b(`rashin-verdict`)],fh);var ph=new Set([`prompt`,`format`,`model`,`weights`]),mh=class extends y{static{this.styles=[T,ai,dh]}constructor(){super(),this.kept=null,this.models=[],this.place=``,this.mapped=!1,new A(this)}updated(e){e.has(`kept`)&&(this.kept&&!this.dialog.open&&this.dialog.showModal(),!this.kept&&this.dialog.open&&this.dialog.close())}tell(e,t=null){this.dispatchEvent(new CustomEvent(e,{detail:t}))}key(e){let{kept:t}=this;if(!(!t||e.ctrlKey||e.metaKey||e.altKey)){if(e.key===`ArrowLeft`)this.tell(`go`,-1);else if(e.key===`ArrowRight`)this.tell(`go`,1);else if(e.key===`s`&&!t.deleted)this.tell(`star`,t);else if(e.key===`c`&&!t.deleted)this.tell(`compare`,t);else if(e.key===`m`&&!t.deleted)this.tell(`move`,t);else if(e.key===`Delete`&&!t.deleted)this.tell(`discard`,t);else return;e.preventDefault()}}render(){let{kept:e}=this;return g`<dialog
      data-testid="kept-picture"
      aria-label=${e?fm(e.recipe,e.id):v}
      @close=${()=>{this.kept&&this.tell(`close`)}}
      @click=${e=>{e.target===this.dialog&&this.dialog.close()}}
      @keydown=${e=>this.key(e)}
    >
      ${e?this.body(e):v}
      <slot></slot>
    </dialog>`}body(e){let t=fm(e.recipe,e.id),n=this.models.find(t=>t.id===e.recipe?.model)??null;return g`<div class="card">
      <div class="easel">
        ${e.image?g`<img src=${e.image.url} alt=${t} data-testid="kept-large" />`:g`<p class="quiet">${e.error??D(`history.noPicture`)}</p>`}
      </div>
      <div class="side">
        <div class="way">
          <span class="quiet">${this.place}</span>
          <button class="bare icon" ?disabled=${this.place===``} aria-label=${D(`sweeps.previous`)} @click=${()=>this.tell(`go`,-1)}>
            ${w(`left`)}
          </button>
          <button class="bare icon" ?disabled=${this.place===``} data-testid="kept-next" aria-label=${D(`sweeps.next`)} @click=${()=>this.tell(`go`,1)}>
            ${w(`right`)}
          </button>
          <button class="bare icon" autofocus aria-label=${D(`common.close`)} @click=${()=>this.dialog.close()}>
            ${w(`close`)}
          </button>
        </div>
        <h2>${t}</h2>
        ${this.facts(e,n)} ${e.deleted?this.inTrash(e):this.acts(e,n)}
        <rashin-verdict recipe=${e.id}></rashin-verdict>
      </div>
    </div>`}facts(e,t){if(!e.recipe)return v;let n=new Date(e.created_at),r=Number.isNaN(n.valueOf())?``:n.toLocaleString(E()===`ja`?`ja-JP`:`en-GB`,{dateStyle:`medium`,timeStyle:`short`});return g`<dl>
      ${[[D(`studio.model`),t?t.title[E()]:e.recipe.model],...[...hm(e.recipe)].filter(([e])=>!ph.has(e)).map(([e,n])=>[Sm(e,t),n]),[D(`history.folder`),e.folder??``],[D(`history.made`),r]].filter(([,e])=>e!==``).map(([e,t])=>g`<dt>${e}</dt><dd>${t}</dd>`)}
    </dl>`}inTrash(e){return g`<div class="row">
      <button class="primary wide" data-testid="kept-restore" @click=${()=>this.tell(`restore`,e)}>
        ${w(`undo`)}${D(`history.restore`)}
      </button>
    </div>`}acts(e,t){let{recipe:n,image:r}=e;return g`${n&&t?g`<a class="button wide open" data-testid="kept-studio" href=${_d(n,t)}>
            ${w(`brush`)}${D(`sweeps.open`)}
          </a>`:v}
      <div class="row">
        <button data-testid="kept-star" aria-pressed=${e.starred} @click=${()=>this.tell(`star`,e)}>
          ${w(`star`)}${D(e.starred?`history.unstar`:`history.star`)}
        </button>
        <button data-testid="kept-move" @click=${()=>this.tell(`move`,e)}>
          ${w(`folder`)}${D(`history.move`)}
        </button>
        ${r?g`<a class="button" href=${r.url} download=${pm(n,e.id)} title=${D(`studio.download`)}>
              ${w(`down`)}${D(`studio.png`)}
            </a>`:v}
        ${r&&this.mapped?g`<button data-testid="kept-place" title=${D(`history.placeHint`)} @click=${()=>this.tell(`place`,e)}>
              ${w(`place`)}${D(`history.place`)}
            </button>`:v}
        ${r?g`<button data-testid="kept-verify" title=${D(`studio.verifyHint`)} @click=${()=>void this.verdict?.begin(e.id)}>
              ${w(`check`)}${D(`studio.verify`)}
            </button>`:v}
        ${n?g`<a class="button" href=${eh(th(n))} title=${D(`studio.scrubHint`)}>
                ${w(`steps`)}${D(`studio.scrub`)}
              </a>
              <a class="button" href=${$m(th(n))} title=${D(`studio.sweepHint`)}>
                ${w(`grid`)}${D(`studio.sweep`)}
              </a>`:v}
        <button data-testid="kept-compare" @click=${()=>this.tell(`compare`,e)}>
          ${w(`compare`)}${D(`history.compare`)}
        </button>
        <button data-testid="kept-discard" @click=${()=>this.tell(`discard`,e)}>
          ${w(`trash`)}${D(`history.discard`)}
        </button>
      </div>
      ${n?g`<rashin-copy-call
            .call=${{path:`/api/v1/renders`,body:{recipe:th(n)}}}
          ></rashin-copy-call>
          <details>
            <summary>${D(`history.recipe`)}</summary>
            <pre tabindex="0">${JSON.stringify(n,null,2)}</pre>
          </details>`:v}`}};j([x({attribute:!1})],mh.prototype,`kept`,void 0),j([x({attribute:!1})],mh.prototype,`models`,void 0),j([x()],mh.prototype,`place`,void 0),j([x({type:Boolean})],mh.prototype,`mapped`,void 0),j([C(`dialog`)],mh.prototype,`dialog`,void 0),j([C(`rashin-verdict`)],mh.prototype,`verdict`,void 0),mh=j([b(`rashin-kept-picture`)],mh);var hh=1e4,gh=class extends y{static{this.styles=[T,h`
      :host {
        position: fixed;
        left: 50%;
        bottom: calc(18px + var(--tabs, env(safe-area-inset-bottom)));
        transform: translateX(-50%);
        z-index: 60;
        max-width: calc(100vw - 24px);
      }
      .box {
        display: flex;
        align-items: center;
        gap: 6px;
        padding: 5px 6px 5px 16px;
        border-radius: var(--radius);
        background: var(--ink);
        color: var(--surface);
        box-shadow: var(--shadow);
        font-size: 0.92rem;
        position: relative;
        overflow: hidden;
      }
      span {
        margin-right: 8px;
      }
      button.bare {
        color: inherit;
      }
      button.bare:hover:not(:disabled) {
        background: rgb(128 128 128 / 30%);
        border-color: transparent;
      }
      i {
        position: absolute;
        inset: auto 0 0 0;
        height: 2px;
        background: var(--accent);
        transform-origin: left;
        animation: shrink 10s linear forwards;
      }
      @keyframes shrink {
        to {
          transform: scaleX(0);
        }
      }
    `]}constructor(){super(),this.words=null,this.undo=null,new A(this)}disconnectedCallback(){super.disconnectedCallback(),clearTimeout(this.timer)}show(e,t){clearTimeout(this.timer),this.words=null,this.undo=t,this.updateComplete.then(()=>{this.words=e}),this.timer=setTimeout(()=>this.hide(),hh)}hide(){clearTimeout(this.timer),this.words=null,this.undo=null}takeBack(){let{undo:e}=this;return e?(this.hide(),e(),!0):!1}render(){return g`<div role="status">
      ${this.words===null?v:g`<div class="box" data-testid="toast">
            <span>${this.words()}</span>
            ${this.undo?g`<button class="bare" data-testid="undo" @click=${()=>this.takeBack()}>${w(`undo`)}${D(`history.undo`)}</button>`:v}
            <button class="bare icon" aria-label=${D(`common.close`)} @click=${()=>this.hide()}>
              ${w(`close`)}
            </button>
            <i></i>
          </div>`}
    </div>`}};j([S()],gh.prototype,`words`,void 0),gh=j([b(`rashin-toast`)],gh);var _h=`rashin.within`;function vh(e,t){let n=new URLSearchParams(e),r=new URLSearchParams(location.search).get(`lang`);r!==null&&n.set(`lang`,r);let i=n.toString(),a=i===``?location.pathname:`${location.pathname}?${i}`;a!==location.pathname+location.search&&(t===`push`?history.pushState({[_h]:!0},``,a):history.replaceState(history.state,``,a))}function yh(e){return history.state?.[_h]===!0?(history.back(),`back`):(vh(e,`replace`),`written`)}var bh=(e,t)=>JSON.stringify(e)===JSON.stringify(t),xh=class{constructor(e,t,n){this.host=e,this.asked=t,this.moved=n,this.address=Kp(location.search),this.events=new AbortController,e.addController(this)}hostConnected(){this.events=new AbortController;let{pathname:e}=location;window.addEventListener(`popstate`,()=>{location.pathname===e&&this.become(Kp(location.search))},{signal:this.events.signal})}hostDisconnected(){this.events.abort()}become(e){let t=this.address;this.address=e,bh(t.query,e.query)||this.asked(),this.moved(),this.host.requestUpdate()}go(e,t){let n={...this.address,...e};vh(qp(n),t),this.become(n)}ask(e){let t=e.q!==this.address.query.q&&this.address.query.q!==``&&e.q!==``;bh(e,this.address.query)||this.go({query:e,open:null,compare:null},t?`replace`:`push`)}leave(){let e={...this.address,open:null,compare:null};yh(qp(e)),this.become(e)}};function Sh(e,t){let n=document.createElement(`a`);n.href=e,t.append(n),n.click(),n.remove()}var Ch=t({HistoryPage:()=>Y,page:()=>Dh}),wh=`rashin.history.tile`,Th=40,Eh=null,Y=class extends y{static{this.styles=[T,ym]}constructor(){super(),this.selection=Jp,this.choosing=!1,this.models=[],this.problem=null,this.tile=Number(localStorage.getItem(wh))||132,this.kept=new um(this,e=>this.fail(e)),this.large=new bm(this,e=>this.fail(e)),this.place=new xh(this,()=>this.look(),()=>void this.lookFor(this.address.open)),this.acts=new vm({kept:this.kept,toast:()=>this.toast,confirm:()=>this.confirm,folders:()=>this.folderSheet,failed:e=>this.fail(e),folderIs:e=>{let{query:t}=this.address;t.folder!==null&&this.place.go({query:{...t,folder:e}},`replace`)}}),this.events=new AbortController,this.barActs={star:()=>void this.acts.starMany(this.chosen),move:()=>this.acts.move([...this.selection.ids],()=>this.choose(Jp)),compare:()=>this.comparePair([...this.selection.ids]),download:()=>void this.acts.download(this.chosen),discard:()=>this.away([...this.selection.ids]),restore:()=>{this.acts.restore([...this.selection.ids]),this.choose(Jp)},all:()=>this.choose({ids:new Set(this.kept.items.map(e=>e.id)),anchor:null}),none:()=>this.choose(Jp),choose:()=>{this.choosing=!0,this.grid?.focus()},rename:()=>this.acts.renameFolder(this.address.query.folder??``),remove:()=>void this.acts.removeFolder(this.address.query.folder??``),empty:()=>void this.acts.emptyTrash()},new A(this)}connectedCallback(){super.connectedCallback(),this.events=new AbortController;let{signal:e}=this.events;window.addEventListener(`keydown`,e=>this.key(e),{signal:e,capture:!0}),wa(e).then(e=>{this.models=e}),Eh&&bh(Eh.query,this.address.query)?this.comeBack(Eh):this.kept.look(this.address.query),this.lookFor(this.address.open)}disconnectedCallback(){super.disconnectedCallback(),this.events.abort(),Eh={...this.kept.remembered,top:this.scrollTop,at:this.grid?.at??0}}comeBack(e){this.kept.recall(e),this.updateComplete.then(()=>this.grid?.updateComplete).then(()=>{this.grid&&(this.grid.at=e.at),this.scrollTop=e.top})}willUpdate(e){this.kept.arrived.length>0&&this.idle&&this.kept.welcome()}get idle(){return this.scrollTop<Th&&this.selection.ids.size===0&&this.address.open===null}fail(e){e instanceof DOMException&&e.name===`AbortError`||(this.problem=z(e))}get address(){return this.place.address}get toast(){return this.address.open===null?this.pageToast:this.overToast}look(){this.selection=Jp,this.choosing=!1,this.scrollTop=0,this.grid&&(this.grid.at=0),this.kept.look(this.address.query)}leave(){this.place.leave(),this.grid?.focus()}async lookFor(e){await this.large.lookFor(e,this.kept.items)||this.place.go({open:null},`replace`)}get opened(){return this.large.of(this.address.open,this.kept.items)}get chosen(){return this.kept.items.filter(e=>this.selection.ids.has(e.id))}key(e){let[t]=e.composedPath(),n=t instanceof HTMLInputElement&&t.type!==`checkbox`;if((e.ctrlKey||e.metaKey)&&e.key===`z`&&!n){if(!this.toast.takeBack())return;e.preventDefault(),e.stopImmediatePropagation()}else e.key===`/`&&!n&&this.address.open===null&&(e.preventDefault(),this.bar.focus())}choose(e){this.selection=Zp(e,this.kept.items.map(e=>e.id)),e===Jp&&(this.choosing=!1)}away(e){this.choose(Jp),this.address.query.trash||this.acts.discard(e)}discardOpened(e){let t=nm(this.kept.items.map(e=>e.id),e.id);t===null?this.leave():this.place.go({open:t},`replace`),this.acts.discard([e.id])}comparePair(e){let[t,n]=e;t&&n&&this.place.go({compare:[t,n],open:null},`push`)}compareWith(e){let[t]=[...this.selection.ids].filter(t=>t!==e.id);t?this.comparePair([t,e.id]):(this.address.open!==null&&this.leave(),this.choosing=!0,this.selection.ids.has(e.id)||this.choose(Yp(Jp,e.id)),this.toast.show(()=>D(`history.compareWith`),null))}step(e){let{items:t}=this.kept,n=t.findIndex(e=>e.id===this.address.open),r=t[n+e];n<0||!r||(this.grid&&(this.grid.at=n+e),n+e>t.length-10&&this.kept.more(),this.place.go({open:r.id},`replace`))}async show(e){let t=await this.large.placeOf(e);t!==null&&Sh(t,this.renderRoot)}render(){let{address:e,kept:t,selection:n}=this,{query:r}=e;return g`<div class="rail">
        <rashin-history-rail
          .folders=${t.folders}
          .query=${r}
          @go=${e=>this.place.ask(e.detail)}
          @put=${e=>{this.acts.put(e.detail.ids,e.detail.folder),this.choose(Jp)}}
          @fresh=${()=>{if(n.ids.size>0)return this.barActs.move();this.choosing=!0,this.toast.show(()=>D(`history.newFolderHint`),null)}}
        ></rashin-history-rail>
      </div>
      <div class="top">
        <rashin-history-bar
          .query=${r}
          .models=${this.models}
          .chosen=${n.ids.size}
          ?choosing=${this.choosing}
          ?empty=${t.told&&t.items.length===0}
          .tile=${this.tile}
          @go=${e=>this.place.ask(e.detail)}
          @act=${e=>this.barActs[e.detail]()}
          @tile=${e=>{this.tile=e.detail,localStorage.setItem(wh,String(this.tile))}}
        ></rashin-history-bar>
        ${this.news()}
      </div>
      <div>
        ${this.problem?g`<rashin-notice
                .problem=${this.problem}
                retry
                @retry=${()=>{this.problem=null,t.look(r)}}
                @dismiss=${()=>{this.problem=null}}
              ></rashin-notice>`:v}
        ${t.told&&t.items.length===0?g`<rashin-history-none .query=${r} @everything=${()=>this.place.ask(Gp)}></rashin-history-none>`:this.pictures()}
      </div>
      ${this.overlays()}`}news(){let e=this.kept.arrived.length;return e===0?v:g`<button
      class="news"
      data-testid="arrived"
      @click=${()=>{this.kept.welcome(),this.scrollTo({top:0})}}
    >
      ${e===1?D(`history.arrivedOne`):D(`history.arrivedMany`,{n:k(e)})}
    </button>`}pictures(){let{kept:e}=this;return g`<rashin-picture-grid
        class=${e.told?``:`old`}
        .items=${e.items}
        .selection=${this.selection}
        .scroller=${this}
        .tile=${this.tile}
        ?trash=${this.address.query.trash}
        ?choosing=${this.choosing}
        ?more=${e.next!==null}
        @choose=${e=>this.choose(e.detail)}
        @open=${e=>this.place.go({open:e.detail.id},`push`)}
        @star=${e=>{this.selection.ids.has(e.detail.id)&&this.selection.ids.size>1?this.acts.starMany(this.chosen):this.acts.star(e.detail)}}
        @move=${e=>this.acts.move(this.withChosen(e.detail),()=>this.choose(Jp))}
        @compare=${e=>this.compareWith(e.detail)}
        @discard=${e=>{this.away(this.withChosen(e.detail)),this.updateComplete.then(()=>this.grid?.focus())}}
        @end=${()=>void e.more()}
      ></rashin-picture-grid>
      <div class="tail quiet" role="status">${e.busy&&e.items.length>0?D(`common.loading`):``}</div>`}withChosen(e){return this.selection.ids.has(e.id)?[...this.selection.ids]:[e.id]}overlays(){let{address:e,kept:t,opened:n}=this,r=t.items.findIndex(e=>e.id===n?.id),i=`${k(t.items.length)}${t.next===null?``:`+`}`;return g`<rashin-kept-picture
        .kept=${n}
        .models=${this.models}
        .place=${r<0?``:`${k(r+1)} / ${i}`}
        ?mapped=${this.large.mapOf(n)!==void 0}
        @close=${()=>this.leave()}
        @go=${e=>this.step(e.detail)}
        @star=${e=>void this.acts.star(e.detail)}
        @move=${e=>this.acts.move([e.detail.id],()=>void 0)}
        @compare=${e=>this.compareWith(e.detail)}
        @place=${e=>void this.show(e.detail)}
        @discard=${e=>this.discardOpened(e.detail)}
        @restore=${e=>{this.leave(),this.acts.restore([e.detail.id])}}
      >
        <rashin-toast class="over"></rashin-toast>
      </rashin-kept-picture>
      <rashin-compare-sheet
        .pair=${e.compare}
        .models=${this.models}
        @pair=${e=>{e.detail?this.place.go({compare:e.detail},`replace`):this.leave()}}
      ></rashin-compare-sheet>
      <rashin-folder-sheet .folders=${t.folders}></rashin-folder-sheet>
      <rashin-confirm></rashin-confirm>
      <rashin-toast class="page"></rashin-toast>`}};j([S()],Y.prototype,`selection`,void 0),j([S()],Y.prototype,`choosing`,void 0),j([S()],Y.prototype,`models`,void 0),j([S()],Y.prototype,`problem`,void 0),j([S()],Y.prototype,`tile`,void 0),j([C(`rashin-picture-grid`)],Y.prototype,`grid`,void 0),j([C(`rashin-history-bar`)],Y.prototype,`bar`,void 0),j([C(`.page`)],Y.prototype,`pageToast`,void 0),j([C(`.over`)],Y.prototype,`overToast`,void 0),j([C(`rashin-confirm`)],Y.prototype,`confirm`,void 0),j([C(`rashin-folder-sheet`)],Y.prototype,`folderSheet`,void 0),Y=j([b(`history-page`)],Y);var Dh={path:`/history`,title:`nav.history`,order:6,icon:`clock`,rereads:!0,mount(e){let t=document.createElement(`history-page`);return e.append(t),()=>t.remove()}},Oh=[`arc`,`line`,`mix`,`spline`,`hold`],kh=[`even`,`legs`,`given`],Ah=[`linear`,`in_out`,`in`,`out`],jh=[`prompt`,`noise`,`steering`,`guidance`],Mh=[`mp4`,`webm`,`gif`,`apng`,`webp`,`frames`],Nh=(e,t,n)=>e.find(e=>e===t)??n;function Ph(e){let t=M(e,`a station`),n=rn(t.recipe);if(!n)throw Error(`a station without a recipe`);return{recipe:n,source:I(t.source),recipe_id:P(t.recipe_id),image:sn(t.image)}}function Fh(e){let t=M(e,`a leg`),n={};for(let[e,r]of Object.entries(I(t.parts)))jh.some(t=>t===e)&&(n[e]=Nh(Oh,r,`arc`));return{curve:Nh(Oh,t.curve,`arc`),seconds:F(t.seconds,2),parts:n}}function Ih(e){let t=M(e,`a frame`);return{place:F(t.place),image:sn(t.image)}}var Lh=e=>N(e).map(e=>F(e));function Rh(e){let t=I(e);return{before:F(t.before),after:F(t.after)}}function zh(e){if(e==null)return null;let t=M(e,`an outlook`),n=I(t.change),r=t.square?M(t.square,`a square`):null;return{judge:P(t.judge),samples:N(t.samples).map(Ih),even:N(t.even).map(Ih),before:Lh(n.before),after:Lh(n.after),smoothness:Rh(t.smoothness),square:r&&{u:Rh(r.u),v:Rh(r.v)}}}function Bh(e){let t=M(e,`a job`);return{...dn(e),kind:P(t.kind),stage:P(t.stage)}}function Vh(e){let t=M(e,`a film`);return{name:P(t.name),url:P(t.url),media_type:P(t.media_type),bytes:F(t.bytes),frames:F(t.frames),seconds:F(t.seconds)}}function Hh(e){let t=M(e,`a journey`),n=t.schedule?M(t.schedule,`a schedule`):null,r=t.sheet?M(t.sheet,`a sheet`):null,i=t.attention?M(t.attention,`attention`):null;return{id:P(t.id),title:P(t.title),shape:t.shape===`grid`?`grid`:`line`,stations:N(t.stations).map(Ph),legs:N(t.legs).map(Fh),loop:t.loop===!0,pace:Nh(kh,t.pace,`even`),ease:Nh(Ah,t.ease,`linear`),pause_s:F(t.pause_s),fps:F(t.fps,24),beats:Lh(t.beats),route:N(t.route).map(e=>[F(N(e)[0]),F(N(e)[1])]),even_square:t.even_square===!0,sheet:r&&{side:F(r.side,1),images:N(r.images).map(sn)},attention:i&&{way:P(i.way),warmup:typeof i.warmup==`number`?i.warmup:null},attention_offered:t.attention_offered===!0,ready:t.ready===!0,total_s:F(t.total_s),outlook:zh(t.outlook),seen:t.seen?N(t.seen).map(Ih):null,schedule:n&&{fps:F(n.fps,12),places:Lh(n.places)},jobs:N(t.jobs).map(Bh),films:N(t.films).map(Vh),changed_at:P(t.changed_at)}}var Uh=e=>`/journeys/${encodeURIComponent(e)}`,Wh=async e=>Hh(await V(`/journeys`,{method:`POST`,body:e})),Gh=async(e,t)=>Hh(await V(Uh(e),t?{signal:t}:{})),Kh=async e=>R(await V(`/journeys?limit=12${e===void 0?``:`&cursor=${e}`}`),Hh),qh=async(e,t)=>Hh(await V(Uh(e),{method:`PATCH`,body:t})),Jh=async e=>{await V(Uh(e),{method:`DELETE`})},Yh=async e=>Bh(await V(`${Uh(e)}/outlook`,{method:`POST`,body:{}})),Xh=async(e,t)=>Bh(await V(`${Uh(e)}/films`,{method:`POST`,body:t})),Zh=async(e,t)=>Bh(await V(`/jobs/${encodeURIComponent(e)}`,t?{signal:t}:{})),Qh=async e=>{await V(`/jobs/${encodeURIComponent(e)}`,{method:`DELETE`})};async function $h(e){let t=new FormData;return t.set(`file`,e),Hh(await V(`/journeys/read`,{method:`POST`,body:t}))}var eg=async()=>N(M(await V(`/journeys/formats`),`formats`).items).map(e=>{let t=M(e,`a format`);return{format:Nh(Mh,t.format,`gif`),available:t.available===!0,hint:P(t.hint)}}),tg=(e,t=``)=>`${B}${e===void 0?`/journeys`:Uh(e)}${t}`,[ng,rg]=[400,74],ig=class extends y{static{this.styles=[T,h`
      :host {
        display: grid;
        gap: 12px;
        min-height: 232px;
        align-content: start;
      }
      figure {
        margin: 0;
        display: grid;
        gap: 4px;
      }
      figcaption {
        display: flex;
        justify-content: space-between;
        gap: 10px;
        font-size: 0.84rem;
        color: var(--soft);
      }
      b {
        white-space: nowrap;
        color: var(--ink);
        font-variant-numeric: tabular-nums;
      }
      svg {
        width: 100%;
        height: 74px;
        background: var(--sunken);
        border-radius: var(--radius-small);
        display: block;
      }
      rect {
        fill: var(--faint);
        opacity: 0.55;
      }
      .after rect {
        fill: var(--accent);
        opacity: 0.9;
      }
      line {
        stroke: var(--ink);
        stroke-width: 1.5;
        vector-effect: non-scaling-stroke;
      }
      .judge {
        margin: 0;
      }
      .blank {
        display: grid;
        place-items: center;
        text-align: center;
        border: 1px dashed var(--line);
        border-radius: var(--radius-small);
        min-height: 232px;
        padding: 16px;
      }
    `]}constructor(){super(),this.outlook=null,this.share=0,new A(this)}render(){let{outlook:e}=this;if(!e)return g`<p class="quiet blank">${D(`journeys.chart.none`)}</p>`;if(e.before.every(e=>e<1e-6))return g`<p class="quiet blank" data-testid="journey-still">${D(`journeys.chart.still`)}</p>`;let t=Math.max(...e.before,...e.after,1e-9),{before:n,after:r}=e.smoothness;return g`${this.row(`before`,e.before,t,n,!1)}
      ${this.row(`after`,e.after,t,r,!0)}
      <p class="quiet judge">
        ${D(e.judge===`pyramid`?`journeys.judge.pyramid`:`journeys.judge.model`)}
      </p>`}row(e,t,n,r,i){let a=ng/Math.max(1,t.length),o=D(`journeys.chart.${e}`),s=D(`journeys.smoothness`,{n:r.toFixed(2)});return g`<figure class=${e} data-testid="journey-${e}" data-smoothness=${r}>
      <figcaption><span>${o}</span><b>${s}</b></figcaption>
      <svg viewBox="0 0 ${ng} ${rg}" preserveAspectRatio="none" role="img" aria-label="${o}: ${s}">
        ${t.map((e,t)=>{let r=Math.max(1.5,(rg-8)*(e/n));return _`<rect x=${t*a+a*.12} y=${rg-r} width=${a*.76} height=${r} rx="1.5"></rect>`})}
        ${i?_`<line x1=${this.share*ng} x2=${this.share*ng} y1="0" y2=${rg}></line>`:v}
      </svg>
    </figure>`}};j([x({attribute:!1})],ig.prototype,`outlook`,void 0),j([x({attribute:!1})],ig.prototype,`share`,void 0),ig=j([b(`rashin-journey-chart`)],ig);var ag=e=>({recipe:e.recipe,source:e.source}),og=e=>(e?.stations??[]).map(ag);function sg(e){let{title:t,shape:n,legs:r,loop:i,pace:a,ease:o,pause_s:s,fps:c,beats:l,route:u,attention:d,even_square:f}=e;return{title:t,shape:n,legs:r,loop:i,pace:a,ease:o,pause_s:s,fps:c,beats:l,attention:d,...n===`grid`&&{route:u,even_square:f},stations:e.stations.map(({recipe:e})=>({recipe:e}))}}function cg(e,t){let n={...sg(e),even_square:e.even_square,route:e.route},r=Object.keys(t).filter(e=>e in n);r.includes(`stations`)&&!r.includes(`legs`)&&r.push(`legs`);let i=Object.fromEntries(r.map(e=>[e,n[e]]));return{before:`stations`in i?{...i,stations:og(e)}:i,after:t}}function lg(e,t,n){let r=e.filter((e,n)=>n!==t),i=e[t];return i===void 0?e:[...r.slice(0,n),i,...r.slice(n)]}function ug(e,t){let[n,r]=[e[t-1],e[t]];if(!n||!r)return e.filter((e,r)=>r!==Math.max(0,t-+!!n));let i={...n,seconds:Math.min(120,n.seconds+r.seconds)};return[...e.slice(0,t-1),i,...e.slice(t+1)]}var dg=/"(?:[^"\\]|\\.)*"/;function fg(e){let{conditioning:t}=e.recipe,n=rd(t);if(n)return n;let r=dg.exec(t)?.[0],i=r===void 0?null:rd(r);return i?`${i} …`:t}function pg(e){let t=e.outlook;return(t?[...t.samples,...t.even]:e.seen??[]).filter(e=>e.image!==null).sort((e,t)=>e.place-t.place)}function mg(e,t){let[n,r]=[0,e.length-1];for(;n<r;){let i=n+r>>1;(e[i]?.place??0)<t?n=i+1:r=i}let[i,a]=[e[n-1],e[n]];return!i||!a?a??i??null:t-i.place<a.place-t?i:a}function hg(e,t){let n=e.schedule;if(!n||n.places.length===0)return 0;let r=n.places.length-1,i=e.total_s>0?t/e.total_s*(e.loop?r+1:r):0;return n.places[Math.max(0,Math.min(r,Math.round(i)))]??0}var gg=(e,t)=>Math.min(120,Math.max(.1,Math.round(6e4*e/t)/1e3)),_g=e=>e.eta_s===null?``:` · ${D(`journeys.left`,{s:Math.ceil(e.eta_s)})}`,vg=400,yg=3600,bg=[0,1,2,4,8],xg=class extends y{static{this.styles=[T,h`
      :host {
        display: grid;
        gap: 12px;
      }
      .fields {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(130px, 1fr));
        gap: 10px;
        align-items: end;
      }
      label {
        display: grid;
        gap: 4px;
        font-size: 0.84rem;
        color: var(--soft);
      }
      select {
        min-height: 40px;
        width: 100%;
        padding: 0 10px;
        border: 1px solid var(--line);
        border-radius: var(--radius-small);
        background: var(--sunken);
        color: var(--ink);
      }
      .tick {
        display: flex;
        align-items: center;
        gap: 8px;
        min-height: 40px;
        color: var(--ink);
        font-size: 0.9rem;
      }
      .tick input {
        width: 18px;
        height: 18px;
        accent-color: var(--accent);
      }
      ul {
        list-style: none;
        margin: 0;
        padding: 0;
        display: grid;
        gap: 6px;
      }
      li {
        display: grid;
        grid-template-columns: auto minmax(0, 1fr) auto;
        align-items: center;
        gap: 10px;
        font-size: 0.88rem;
      }
      li video,
      li img,
      .packed {
        width: 56px;
        height: 56px;
        border-radius: 10px;
        background: #fff;
        object-fit: cover;
        display: grid;
        place-items: center;
        color: #566274;
      }
      p {
        margin: 0;
        font-size: 0.86rem;
      }
      .warn {
        color: var(--accent);
      }
      summary {
        min-height: 40px;
        display: flex;
        align-items: center;
        cursor: pointer;
        font-size: 0.86rem;
        color: var(--soft);
      }
      .copies {
        display: grid;
        grid-template-columns: auto minmax(0, 1fr);
        gap: 6px 14px;
        align-items: center;
        font-size: 0.86rem;
      }
      .status {
        min-height: 40px;
      }
    `]}constructor(){super(),this.journey=null,this.formats=[],this.format=`mp4`,this.scale=0,this.keep=!1,this.job=null,this.problem=null,this.timer=0,this.followed=``,new A(this)}connectedCallback(){super.connectedCallback(),this.begin()}disconnectedCallback(){super.disconnectedCallback(),clearTimeout(this.timer)}async begin(){try{this.formats=await eg();let e=this.formats.find(e=>e.available);e&&(this.format=e.format)}catch(e){this.problem=z(e)}}willUpdate(e){if(!e.has(`journey`))return;let t=this.journey?.id??``;if(t===this.followed)return;this.followed=t,clearTimeout(this.timer),this.job=null,this.problem=null;let n=this.journey?.jobs.find(e=>e.kind===`film`);n&&this.follow(n)}async follow(e){this.job=e,e.state===`queued`||e.state===`running`?this.timer=window.setTimeout(async()=>{try{await this.follow(await Zh(e.id))}catch(e){this.problem=z(e)}},vg):(e.state===`failed`&&e.error&&(this.problem=z(Error(e.error))),this.dispatchEvent(new Event(`filmed`)))}get wish(){let e={format:this.format,keep_frames:this.keep};return this.scale===0?e:{...e,scale:this.scale}}async make(){if(this.journey){this.problem=null;try{await this.follow(await Xh(this.journey.id,this.wish))}catch(e){this.problem=z(e)}}}render(){let{job:e}=this,t=e!==null&&(e.state===`queued`||e.state===`running`),n=this.formats.find(e=>e.format===this.format);return g`<div class="fields">
        <label
          >${D(`journeys.format`)}
          <select
            data-testid="film-format"
            @change=${e=>{this.format=e.target.value}}
          >
            ${this.formats.map(e=>g`<option value=${e.format} ?disabled=${!e.available} .selected=${e.format===this.format}>
                  ${D(`journeys.format.${e.format}`)}
                </option>`)}
          </select>
        </label>
        <label
          >${D(`journeys.scale`)}
          <select
            ?disabled=${this.format===`frames`}
            @change=${e=>{this.scale=Number(e.target.value)}}
          >
            ${bg.map(e=>g`<option value=${e} .selected=${e===this.scale}>${e===0?D(`journeys.scale.fit`):`× ${e}`}</option>`)}
          </select>
        </label>
        <button
          class="primary"
          data-testid="film-make"
          ?disabled=${!this.journey?.ready||t||!n?.available}
          @click=${()=>void this.make()}
        >
          ${w(`down`)}${D(`journeys.render`)}
        </button>
      </div>
      <label class="tick"
        ><input
          type="checkbox"
          .checked=${this.keep}
          @change=${e=>{this.keep=e.target.checked}}
        />${D(`journeys.keep`)}</label
      >
      ${this.size()}
      ${this.copies()}
      ${this.formats.some(e=>!e.available)?g`<p class="quiet">${D(`journeys.install`)}</p>`:v}
      ${this.problem?g`<rashin-notice .problem=${this.problem}></rashin-notice>`:v}
      <div class="status">${t?this.progress(e):v}</div>
      ${this.films()}`}size(){let{journey:e}=this;if(!e?.ready)return v;let t=Math.max(2,Math.round(e.total_s*e.fps)),n=D(`journeys.frames`,{n:k(t),s:e.total_s});return t<=yg?g`<p class="quiet" data-testid="film-size">${n}</p>`:g`<p class="warn" role="alert" data-testid="film-size">
      ${n}: ${D(`journeys.tooLong`,{most:k(yg)})}
    </p>`}copies(){let{journey:e}=this;if(!e)return v;let t=e.ready?{path:tg(e.id,`/films`),body:this.wish}:null;return g`<details>
      <summary>${D(`journeys.copies`)}</summary>
      <div class="copies">
        <span>${D(`journeys.copyJourney`)}</span>
        <rashin-copy-call data-testid="copy-journey" .call=${{path:tg(),body:sg(e)}}></rashin-copy-call>
        <span>${D(`journeys.copyFilm`)}</span>
        <rashin-copy-call data-testid="copy-film" .call=${t}></rashin-copy-call>
      </div>
    </details>`}progress(e){let t=e.stage.match(/(\d+) of (\d+)/);return g`<rashin-progress
      data-testid="film-progress"
      .words=${(t?D(`journeys.frame`,{n:t[1]??``,all:t[2]??``}):D(e.stage===``?`journeys.waiting`:`journeys.writing`))+_g(e)}
      .share=${e.progress}
      @cancel=${()=>void Qh(e.id).catch(e=>{this.problem=z(e)})}
    ></rashin-progress>`}films(){let e=this.journey?.films??[];return e.length===0?v:g`<ul data-testid="films">
      ${e.map(e=>{let t=`${k(Math.max(1,Math.round(e.bytes/1e3)))} kB`,n=e.media_type.split(`/`).at(-1)??``;return g`<li>
          ${e.media_type.startsWith(`video/`)?g`<video src=${e.url} muted loop playsinline controls preload="metadata" aria-label=${n}></video>`:e.media_type.startsWith(`image/`)?g`<img src=${e.url} alt=${n} loading="lazy" />`:g`<span class="packed">${w(`layers`)}</span>`}
          <span>${n.toUpperCase()} · ${t}<br /><small class="quiet">${D(`journeys.frames`,{n:k(e.frames),s:e.seconds})}</small></span>
          <a class="button" data-testid="film-file" href=${e.url} download="journey.${e.name.split(`.`).at(-1)}">${w(`down`)}<span class="off">${D(`journeys.download`)}</span></a>
        </li>`})}
    </ul>`}};j([x({attribute:!1})],xg.prototype,`journey`,void 0),j([S()],xg.prototype,`formats`,void 0),j([S()],xg.prototype,`format`,void 0),j([S()],xg.prototype,`scale`,void 0),j([S()],xg.prototype,`keep`,void 0),j([S()],xg.prototype,`job`,void 0),j([S()],xg.prototype,`problem`,void 0),xg=j([b(`rashin-journey-export`)],xg);var Sg=class extends y{static{this.styles=[T,ai,h`
      .fields {
        display: grid;
        grid-template-columns: minmax(0, 1fr) minmax(0, 1.4fr);
        gap: 8px 12px;
        align-items: center;
      }
      .fields > h3 {
        grid-column: 1 / -1;
        margin-top: 8px;
      }
      input[type="number"] {
        min-height: 40px;
        width: 100%;
        padding: 0 12px;
        border: 1px solid var(--line);
        border-radius: var(--radius-small);
        background: var(--sunken);
      }
      .all {
        display: flex;
        gap: 8px;
        align-items: center;
        min-height: 40px;
        margin-top: 8px;
        font-size: 0.9rem;
      }
    `]}constructor(){super(),this.leg=null,this.from=1,this.to=2,this.everywhere=!1,new A(this)}open(){this.dialog.open||this.dialog.showModal()}tell(e){this.leg=e;let t={leg:e,everywhere:this.everywhere};this.dispatchEvent(new CustomEvent(`leg`,{detail:t}))}render(){let{leg:e}=this;return g`<dialog data-testid="leg-sheet" aria-label=${D(`journeys.leg`,{a:this.from,b:this.to})}>
      <header>
        <h2>${D(`journeys.leg`,{a:this.from,b:this.to})}</h2>
        <button class="bare icon" aria-label=${D(`common.close`)} @click=${()=>this.dialog.close()}>${w(`close`)}</button>
      </header>
      ${e?this.fields(e):v}
    </dialog>`}fields(e){return g`<div class="fields">
        <label for="curve">${D(`journeys.curve`)}</label>
        ${this.curves(`curve`,e.curve,null,t=>this.tell({...e,curve:t}))}
        <label for="seconds">${D(`journeys.seconds`)}</label>
        <input
          id="seconds"
          type="number"
          min="0.1"
          max="120"
          step="0.1"
          .value=${String(e.seconds)}
          @change=${t=>{let n=Number(t.target.value);n>=.1&&n<=120&&this.tell({...e,seconds:n})}}
        />
        <h3>${D(`journeys.parts`)}</h3>
        ${jh.map(t=>g`<label for=${t}>${D(`journeys.part.${t}`)}</label>
            ${this.curves(t,e.parts[t]??``,D(`journeys.asLeg`),n=>this.choosePart(e,t,n))}`)}
      </div>
      <p class="quiet">${D(`journeys.curveHint.${e.curve}`)}</p>
      <label class="all"
        ><input
          type="checkbox"
          .checked=${this.everywhere}
          @change=${t=>{this.everywhere=t.target.checked,this.everywhere&&this.tell(e)}}
        />${D(`journeys.everyLeg`)}</label
      >`}choosePart(e,t,n){let{[t]:r,...i}=e.parts;this.tell({...e,parts:n===``?i:{...i,[t]:n}})}curves(e,t,n,r){return g`<select
      id=${e}
      data-testid="curve-${e}"
      @change=${e=>r(e.target.value)}
    >
      ${n===null?v:g`<option value="" .selected=${t===``}>${n}</option>`}
      ${Oh.map(e=>g`<option value=${e} .selected=${e===t}>${D(`journeys.curve.${e}`)}</option>`)}
    </select>`}};j([x({attribute:!1})],Sg.prototype,`leg`,void 0),j([x({type:Number})],Sg.prototype,`from`,void 0),j([x({type:Number})],Sg.prototype,`to`,void 0),j([S()],Sg.prototype,`everywhere`,void 0),j([C(`dialog`)],Sg.prototype,`dialog`,void 0),Sg=j([b(`rashin-journey-leg`)],Sg);var Cg=4,wg=class extends y{static{this.styles=[T,h`
      :host {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(150px, 1fr));
        gap: 10px 14px;
      }
      label {
        display: grid;
        gap: 4px;
        font-size: 0.84rem;
        color: var(--soft);
      }
      select,
      input[type="number"] {
        min-height: 40px;
        width: 100%;
        padding: 0 10px;
        border: 1px solid var(--line);
        border-radius: var(--radius-small);
        background: var(--sunken);
        color: var(--ink);
      }
      .tick {
        display: flex;
        align-items: center;
        gap: 8px;
        min-height: 40px;
        align-self: end;
        color: var(--ink);
        font-size: 0.9rem;
      }
      .tick input {
        flex: none;
        width: 18px;
        height: 18px;
        accent-color: var(--accent);
      }
    `]}constructor(){super(),this.journey=null,new A(this)}tell(e){this.dispatchEvent(new CustomEvent(`changes`,{detail:e}))}choice(e,t,n){return g`<label
      >${D(`journeys.${e}`)}
      <select
        data-testid="journey-${e}"
        @change=${t=>this.tell({[e]:t.target.value})}
      >
        ${t.map(t=>g`<option value=${t} .selected=${t===n}>${D(`journeys.${e}.${t}`)}</option>`)}
      </select>
    </label>`}figure(e,t,n,r,i){return g`<label
      >${D(`journeys.${e}`)}
      <input
        type="number"
        data-testid="journey-${e}"
        min=${n}
        max=${r}
        step=${i}
        .value=${String(t)}
        @change=${t=>{let i=Number(t.target.value);i>=n&&i<=r&&this.tell({[e]:i})}}
      />
    </label>`}render(){let{journey:e}=this;if(!e)return v;let t=e.shape===`line`;return g`${this.choice(`pace`,kh,e.pace)} ${this.choice(`ease`,Ah,e.ease)}
      ${t?this.figure(`pause_s`,e.pause_s,0,30,.1):v}
      ${this.figure(`fps`,e.fps,1,60,1)}
      ${t?g`<label title=${D(`journeys.tempoHint`)}
              >${D(`journeys.tempo`)}
              <input
                type="number"
                min="20"
                max="300"
                step="1"
                placeholder="120"
                @change=${t=>{let n=Number(t.target.value);if(n<20||n>300)return;let r=gg(Cg,n);this.tell({legs:e.legs.map(e=>({...e,seconds:r})),pace:`legs`,beats:[]})}}
              />
            </label>
            <label class="tick"
              ><input
                type="checkbox"
                data-testid="journey-loop"
                .checked=${e.loop}
                @change=${e=>this.tell({loop:e.target.checked,beats:[]})}
              />${D(`journeys.loop`)}</label
            >`:g`<label
              >${D(`journeys.seconds`)}
              <input
                type="number"
                min="0.1"
                max="120"
                step="0.5"
                .value=${String(e.legs[0]?.seconds??8)}
                @change=${e=>{let t=Number(e.target.value);t>=.1&&t<=120&&this.tell({legs:[{curve:`mix`,seconds:t,parts:{}}]})}}
              />
            </label>`}
      ${e.attention_offered?g`<label class="tick" title=${D(`journeys.attentionHint`)}
              ><input
                type="checkbox"
                data-testid="journey-attention"
                .checked=${e.attention!==null}
                @change=${e=>this.tell({attention:e.target.checked?{}:null})}
              />${D(`journeys.attention`)}</label
            >`:v}`}};j([x({attribute:!1})],wg.prototype,`journey`,void 0),wg=j([b(`rashin-journey-pace`)],wg);var Tg=512,Eg=.1,Dg=class extends y{static{this.styles=[T,h`
      :host {
        display: grid;
        gap: 10px;
        justify-items: center;
      }
      canvas {
        width: min(100%, var(--player, 400px));
        aspect-ratio: 1;
        object-fit: contain;
        border-radius: 7%;
        background: #fff;
        box-shadow: var(--shadow);
      }
      .bar {
        display: grid;
        grid-template-columns: auto minmax(0, 1fr) auto;
        gap: 10px;
        align-items: center;
        width: min(100%, var(--player, 400px));
      }
      input {
        width: 100%;
        min-height: 40px;
        accent-color: var(--accent);
      }
      span {
        font-size: 0.84rem;
        color: var(--soft);
        font-variant-numeric: tabular-nums;
        min-width: 6.6em;
        text-align: end;
      }
    `]}constructor(){super(),this.journey=null,this.second=0,this.playing=!1,this.frames=[],this.pictures=new Map,this.frame=0,this.drawnUrl=``,this.before_ms=0,new A(this)}disconnectedCallback(){super.disconnectedCallback(),cancelAnimationFrame(this.frame),this.playing=!1}get total(){return this.journey?.total_s??0}willUpdate(e){if(e.has(`journey`)){this.frames=this.journey?pg(this.journey):[];for(let{image:e}of this.frames){if(!e||this.pictures.has(e.url))continue;let t=new Image;t.addEventListener(`load`,()=>this.draw()),t.src=e.url,this.pictures.set(e.url,t)}this.second=Math.min(this.second,this.total),this.frames.length===0&&this.playing&&this.toggle()}}updated(){this.draw()}draw(){let{journey:e}=this,t=this.canvas.getContext(`2d`);if(!e||!t)return;let n=e.ready?hg(e,this.second):0,r=mg(this.frames,n)?.image??e.stations[0]?.image??null;if(this.canvas.dataset.place=n.toFixed(3),!r)return;let i=this.pictures.get(r.url);if(i||(i=new Image,i.addEventListener(`load`,()=>this.draw()),i.src=r.url,this.pictures.set(r.url,i)),!i.complete||i.naturalWidth===0||this.drawnUrl===r.url)return;this.drawnUrl=r.url,t.imageSmoothingEnabled=!0,t.imageSmoothingQuality=`high`,t.clearRect(0,0,Tg,Tg);let a=Tg/Math.max(i.naturalWidth,i.naturalHeight),[o,s]=[i.naturalWidth*a,i.naturalHeight*a];t.drawImage(i,(Tg-o)/2,(Tg-s)/2,o,s),this.canvas.dataset.drawn=String(Number(this.canvas.dataset.drawn??0)+1)}goTo(e){let{journey:t}=this,n=t?.schedule?.places??[];if(!t||n.length<2||t.shape===`grid`)return;let r=n.findIndex(t=>t>=e-.001),i=r<0?1:r/(t.loop?n.length:n.length-1);this.go(i*this.total)}go(e){this.second=Math.max(0,Math.min(this.total,e)),this.dispatchEvent(new CustomEvent(`second`,{detail:this.second}))}toggle(){if(this.playing=!this.playing,cancelAnimationFrame(this.frame),!this.playing)return;this.before_ms=performance.now();let e=t=>{let n=this.second+(t-this.before_ms)/1e3;this.before_ms=t,this.go(n>=this.total?0:n),this.playing&&(this.frame=requestAnimationFrame(e))};this.frame=requestAnimationFrame(e)}render(){let{total:e,second:t}=this,n=!this.journey?.ready||this.frames.length===0,r=`${t.toFixed(1)} / ${e.toFixed(1)} ${D(`journeys.seconds.short`)}`;return g`<canvas width=${Tg} height=${Tg} role="img" aria-label=${D(`journeys.preview`)} data-testid="journey-picture"></canvas>
      <div class="bar">
        <button
          class="icon primary"
          data-testid="journey-play"
          aria-label=${D(this.playing?`journeys.pause`:`journeys.play`)}
          aria-pressed=${this.playing}
          ?disabled=${n}
          @click=${()=>this.toggle()}
        >
          ${w(this.playing?`pause`:`play`)}
        </button>
        <input
          type="range"
          data-testid="journey-scrub"
          aria-label=${D(`journeys.scrub`)}
          aria-valuetext=${r}
          min="0"
          max=${Math.max(e,.1)}
          step=${Eg}
          ?disabled=${n}
          .value=${String(t)}
          @input=${e=>this.go(Number(e.target.value))}
        />
        <span>${r}</span>
      </div>`}};j([x({attribute:!1})],Dg.prototype,`journey`,void 0),j([S()],Dg.prototype,`second`,void 0),j([S()],Dg.prototype,`playing`,void 0),j([C(`canvas`)],Dg.prototype,`canvas`,void 0),Dg=j([b(`rashin-journey-player`)],Dg);var Og=8;function kg(e,t=Og){let n=e[0],r=e.at(-1);if(!n||!r)return[];let i=[0];for(let[t,[r,a]]of e.slice(1).entries()){let[o,s]=e[t]??n;i.push((i[t]??0)+Math.hypot(r-o,a-s))}let a=i.at(-1)??0;if(a===0)return[n];let o=Math.max(2,Math.min(t,e.length));return Array.from({length:o},(t,s)=>{let c=a*s/(o-1),l=Math.max(0,i.findIndex((e,t)=>t>0&&e>=c-1e-9)-1),[u,d]=e[l]??n,[f,p]=e[l+1]??r,m=(i[l+1]??0)-(i[l]??0),ee=m===0?0:Math.min(1,(c-(i[l]??0))/m);return[u+ee*(f-u),d+ee*(p-d)]})}function Ag(e){try{let t=JSON.parse(e.get(`stations`)??`[]`);return Array.isArray(t)?t.filter(e=>typeof e==`object`&&!!e):[]}catch{return[]}}var jg=(e,t)=>(e??``).split(t).filter(e=>e!==``);function Mg(e){let t=new URLSearchParams(e),n=t.get(`map`),r=[...Ag(t),...jg(t.get(`renders`),`,`).map(e=>({render:e}))];if(n!==null){let e=jg(t.get(`path`),`;`).map(e=>e.split(`,`).map(Number)).flatMap(([e,t])=>e!==void 0&&t!==void 0&&Number.isFinite(e)&&Number.isFinite(t)?[[e,t]]:[]);r.push(...kg(e).map(([e,t])=>({map:n,x:e,y:t})));for(let e of jg(t.get(`points`),`,`).map(Number))Number.isInteger(e)&&r.push({map:n,point:e})}if(r.length===0)return null;let i=t.get(`title`);return{stations:r,loop:t.get(`loop`)===`1`,...i!==null&&{title:i}}}var Ng=24,Pg={ArrowLeft:[-1,0],ArrowRight:[1,0],ArrowUp:[0,-1],ArrowDown:[0,1]},Fg=[[0,0],[1,1]],Ig=[[0,0],[1,0],[1,1],[0,1],[0,0]],Lg=[[0,0],[1,0],[1,.5],[0,.5],[0,1],[1,1]],Rg=class extends y{static{this.styles=[T,h`
      :host {
        display: grid;
        gap: 10px;
        justify-items: center;
      }
      .square {
        position: relative;
        width: min(100%, 400px);
        aspect-ratio: 1;
        border-radius: var(--radius);
        overflow: hidden;
        background: #fff;
        box-shadow: var(--shadow);
        touch-action: none;
        cursor: crosshair;
      }
      .cells {
        display: grid;
        width: 100%;
        height: 100%;
      }
      .cells img {
        width: 100%;
        height: 100%;
        object-fit: contain;
      }
      .side5 {
        grid-template: repeat(5, minmax(0, 1fr)) / repeat(5, minmax(0, 1fr));
      }
      .side9 {
        grid-template: repeat(9, minmax(0, 1fr)) / repeat(9, minmax(0, 1fr));
      }
      svg.route {
        position: absolute;
        inset: 0;
        width: 100%;
        height: 100%;
        pointer-events: none;
      }
      polyline {
        fill: none;
        stroke: var(--accent);
        stroke-width: 1.6;
        stroke-linejoin: round;
        stroke-linecap: round;
      }
      rect {
        fill: none;
        stroke: var(--ink);
        stroke-width: 0.9;
      }
      .square:focus-visible {
        outline: 2px solid var(--accent);
        outline-offset: 2px;
      }
      .facts {
        display: flex;
        flex-wrap: wrap;
        gap: 2px 14px;
        align-items: center;
        justify-content: space-between;
        width: min(100%, 400px);
        min-height: 40px;
        font-size: 0.86rem;
      }
      .facts label {
        display: flex;
        gap: 8px;
        align-items: center;
        min-height: 40px;
      }
      .facts input {
        width: 18px;
        height: 18px;
        accent-color: var(--accent);
      }
      .facts span {
        color: var(--soft);
        font-variant-numeric: tabular-nums;
      }
      p {
        margin: 0;
        text-align: center;
      }
      .bar {
        display: flex;
        flex-wrap: wrap;
        gap: 6px;
        justify-content: center;
      }
    `]}constructor(){super(),this.journey=null,this.drawn=null,this.cursor=null,this.made=[],this.onSheet=([e,t])=>{let n=100-2*this.edge;return[this.edge+n*e,this.edge+n*t]},new A(this)}get side(){return this.journey?.sheet?.side??9}get edge(){return 50/this.side}spot(e){let t=e.currentTarget.getBoundingClientRect(),n=e=>{let t=(100*e-this.edge)/(100-2*this.edge);return Math.round(Math.min(1,Math.max(0,t))*1e3)/1e3};return[n((e.clientX-t.left)/t.width),n((e.clientY-t.top)/t.height)]}key(e){let t=this.side-1,[n,r]=this.cursor??[0,0],i=Pg[e.key];if(i){let e=e=>Math.min(t,Math.max(0,e));this.cursor=this.cursor?[e(n+i[0]),e(r+i[1])]:[0,0]}else if(e.key===`Enter`||e.key===` `)this.add([n/t,r/t]);else if(e.key===`Backspace`)this.add(null);else if(e.key===`Escape`&&this.made.length>0)this.made=[];else return;e.preventDefault(),e.stopPropagation(),this.requestUpdate()}add(e){this.made=e?[...this.made,e]:this.made.slice(0,-1),this.made.length>1&&this.tell(this.made)}begin(e){e.currentTarget.setPointerCapture(e.pointerId),this.drawn=[this.spot(e)],this.made=[]}go(e){this.drawn&&=[...this.drawn,this.spot(e)]}end(){let{drawn:e}=this;this.drawn=null,e&&e.length>3&&this.tell(kg(e,Ng))}tell(e){this.dispatchEvent(new CustomEvent(`route`,{detail:e}))}get route(){return this.drawn??(this.made.length>0?this.made:this.journey?.route??[])}render(){let e=this.journey?.sheet,t=this.route.map(e=>this.onSheet(e).join()).join(` `);return g`<div
        class="square"
        data-testid="journey-square"
        tabindex="0"
        role="application"
        aria-label=${D(`journeys.route`)}
        aria-describedby="how"
        @pointerdown=${e=>this.begin(e)}
        @pointermove=${e=>this.go(e)}
        @pointerup=${()=>this.end()}
        @pointercancel=${()=>this.end()}
        @keydown=${e=>this.key(e)}
        @blur=${()=>{this.cursor=null,this.made=[]}}
      >
        ${e?g`<div class="cells side${e.side}">
              ${e.images.map(e=>e?g`<img src=${e.url} alt="" draggable="false" />`:g`<i></i>`)}
            </div>`:v}
        <svg class="route" viewBox="0 0 100 100" aria-hidden="true">
          ${_`<polyline points=${t}></polyline>`} ${this.mark()}
        </svg>
      </div>
      <span class="off" role="status">${this.said()}</span>
      <div class="bar" role="group" aria-label=${D(`journeys.route`)}>
        <button @click=${()=>this.tell(Lg)}>${D(`journeys.route.snake`)}</button>
        <button @click=${()=>this.tell(Ig)}>${D(`journeys.route.round`)}</button>
        <button @click=${()=>this.tell(Fg)}>${w(`swap`)}${D(`journeys.route.diagonal`)}</button>
      </div>
      ${this.evenness()}
      <p class="quiet" id="how">${D(`journeys.routeHint`)}</p>`}mark(){if(!this.cursor)return v;let e=100/this.side,[t,n]=this.cursor;return _`<rect x=${t*e} y=${n*e} width=${e} height=${e}></rect>`}said(){if(!this.cursor)return``;let[e,t]=this.cursor;return D(`journeys.cell`,{x:e+1,y:t+1,n:this.made.length})}evenness(){let{journey:e}=this,t=e?.outlook?.square,n=({before:e,after:t})=>`${e.toFixed(2)} → ${t.toFixed(2)}`;return g`<div class="facts">
      <label
        ><input
          type="checkbox"
          data-testid="journey-even-square"
          .checked=${e?.even_square??!1}
          @change=${e=>{let t=e.target.checked;this.dispatchEvent(new CustomEvent(`changes`,{detail:{even_square:t}}))}}
        />${D(`journeys.evenSquare`)}</label
      >
      ${t?g`<span data-testid="square-smoothness" title=${D(`journeys.smoothness`,{n:``})}
            >↔ ${n(t.u)} · ↕ ${n(t.v)}</span
          >`:v}
    </div>`}};j([x({attribute:!1})],Rg.prototype,`journey`,void 0),j([S()],Rg.prototype,`drawn`,void 0),j([S()],Rg.prototype,`cursor`,void 0),Rg=j([b(`rashin-journey-square`)],Rg);var[zg,Bg]=[44,14],Vg=class extends y{static{this.styles=[T,h`
      :host {
        --station: 112px;
        display: block;
        min-width: 0;
      }
      ol {
        list-style: none;
        margin: 0;
        padding: 4px 2px 8px;
        display: flex;
        align-items: flex-start;
        gap: 8px;
        overflow-x: auto;
      }
      li {
        flex: none;
      }
      .station {
        width: var(--station);
        position: relative;
        transition: opacity 0.12s;
      }
      .station.held {
        opacity: 0.55;
      }
      .frame {
        padding: 0;
        border: 0;
        width: var(--station);
        height: var(--station);
        border-radius: 14px;
        background: #fff;
        overflow: hidden;
        box-shadow: var(--shadow-small);
        display: grid;
        place-items: center;
      }
      .frame img {
        width: 100%;
        height: 100%;
        object-fit: contain;
      }
      .frame i {
        width: 30%;
        height: 30%;
        border-radius: 50%;
        background: var(--line);
        opacity: 0.6;
      }
      .bar {
        display: grid;
        grid-template-columns: 40px minmax(0, 1fr) 40px;
        align-items: center;
        margin: 2px -6px 0;
      }
      .bar button {
        min-height: 40px;
        color: var(--soft);
      }
      .grip {
        cursor: grab;
        touch-action: none;
      }
      .words {
        font-size: 0.8rem;
        text-align: center;
        overflow: hidden;
        text-overflow: ellipsis;
        white-space: nowrap;
      }
      .leg {
        width: 92px;
        height: var(--station);
        display: grid;
        place-items: center;
      }
      .leg button {
        width: 100%;
        flex-direction: column;
        gap: 0;
        padding: 8px 4px;
        font-size: 0.8rem;
        line-height: 1.35;
        border-style: dashed;
        background: none;
      }
      .leg small {
        color: var(--soft);
        font-weight: 450;
        font-variant-numeric: tabular-nums;
      }
      .add {
        width: var(--station);
        height: var(--station);
        border-radius: 14px;
        border-style: dashed;
        flex-direction: column;
        font-size: 0.84rem;
      }
      @media (max-width: 800px) {
        :host {
          --station: 84px;
        }
        ol {
          gap: 4px;
        }
        .leg {
          width: 68px;
        }
        .leg button {
          padding: 6px 2px;
        }
        .bar {
          grid-template-columns: 40px minmax(0, 1fr) 40px;
          margin: 2px 0 0;
        }
        .bar .words {
          display: none;
        }
        .bar button:last-child {
          grid-column: 3;
        }
      }
    `]}constructor(){super(),this.journey=null,this.drag=null,this.finger=0,this.frame=0,new A(this)}tell(e,t){this.dispatchEvent(new CustomEvent(e,{detail:t}))}disconnectedCallback(){super.disconnectedCallback(),cancelAnimationFrame(this.frame)}hold(e,t){e.button===0&&(e.preventDefault(),e.currentTarget.setPointerCapture(e.pointerId),this.drag={from:t,to:t},this.finger=e.clientX,this.frame=requestAnimationFrame(()=>this.roll()))}roll(){let e=this.renderRoot.querySelector(`ol`);if(!this.drag||!e)return;let{left:t,right:n}=e.getBoundingClientRect(),r=Math.max(0,this.finger-(n-zg))-Math.max(0,t+zg-this.finger);r!==0&&(e.scrollLeft+=Math.max(-1,Math.min(1,r/zg))*Bg,this.over(this.finger)),this.frame=requestAnimationFrame(()=>this.roll())}over(e){let{drag:t}=this;if(!t)return;this.finger=e;let n=[...this.renderRoot.querySelectorAll(`.station`)].map(e=>{let t=e.getBoundingClientRect();return t.left+t.width/2}).filter((n,r)=>r!==t.to&&n<e).length;n!==t.to&&(this.drag={...t,to:n})}drop(){let{drag:e}=this;this.drag=null,e&&e.from!==e.to&&this.tell(`moved`,e)}key(e,t,n){let r=e.key===`ArrowLeft`?t-1:e.key===`ArrowRight`?t+1:t;r===t||r<0||r>=n||(e.preventDefault(),this.tell(`moved`,{from:t,to:r}),this.updateComplete.then(()=>this.renderRoot.querySelectorAll(`.grip`)[r]?.focus()))}render(){let{journey:e,drag:t}=this,n=e?.stations??[],r=n.map((e,t)=>({station:e,at:t})),i=t?lg(r,t.from,t.to):r,a=e?.shape===`line`?e.legs:[],o=e?.shape===`grid`&&n.length>=4;return g`<ol data-testid="stations" aria-label=${D(`journeys.stations`)}>
      ${i.map(({station:e,at:t},r)=>g`${this.station(e,t,r,n.length)}
          ${r<a.length?this.leg(r,n.length):v}`)}
      ${o?v:g`<li>
            <button class="add" data-testid="add-station" @click=${()=>this.tell(`add`)}>
              ${w(`plus`)}${D(`journeys.add`)}
            </button>
          </li>`}
    </ol>`}station(e,t,n,r){let i=fg(e),a=D(`journeys.station`,{n:n+1}),o=`${D(`journeys.remove`)}: ${a}`;return g`<li class=${this.drag?.from===t?`station held`:`station`} data-testid="station">
      <button class="frame" data-testid="station-picture" title=${D(`journeys.goThere`)} @click=${()=>this.tell(`go`,n)}>
        ${e.image?g`<img src=${e.image.url} alt="${a}: ${i}" draggable="false" />`:g`<i></i>`}
      </button>
      <div class="bar">
        <button
          class="bare icon grip"
          data-testid="grip"
          aria-label="${a}: ${D(`journeys.move`)}"
          title=${D(`journeys.moveHint`)}
          @pointerdown=${e=>this.hold(e,t)}
          @pointermove=${e=>this.over(e.clientX)}
          @pointerup=${()=>this.drop()}
          @pointercancel=${()=>{this.drag=null}}
          @keydown=${e=>this.key(e,t,r)}
        >
          ${w(`grip`)}
        </button>
        <span class="words" title=${i}>${i}</span>
        <button class="bare icon" aria-label=${o} title=${o} @click=${()=>this.tell(`remove`,t)}>
          ${w(`close`)}
        </button>
      </div>
    </li>`}leg(e,t){let n=this.journey?.legs[e];if(!n)return v;let r=e+1===t?1:e+2,i=Object.keys(n.parts).length>0;return g`<li class="leg">
      <button
        data-testid="leg"
        aria-label=${D(`journeys.leg`,{a:e+1,b:r})}
        @click=${()=>this.tell(`leg`,e)}
      >
        ${e+1} → ${r}
        <span>${D(`journeys.curve.${n.curve}`)}${i?` +`:``}</span>
        <small>${n.seconds} ${D(`journeys.seconds.short`)}</small>
      </button>
    </li>`}};j([x({attribute:!1})],Vg.prototype,`journey`,void 0),j([S()],Vg.prototype,`drag`,void 0),Vg=j([b(`rashin-journey-strip`)],Vg);var Hg=10,Ug=class extends y{constructor(...e){super(...e),this.chart=null,this.sources=[]}static{this.styles=h`
    :host {
      position: absolute;
      inset: 0;
      pointer-events: none;
    }
    svg {
      width: 100%;
      height: 100%;
      overflow: hidden;
    }
    polyline {
      fill: none;
      stroke: var(--accent);
      stroke-width: 2.5;
      stroke-linejoin: round;
      stroke-linecap: round;
      opacity: 0.75;
    }
    circle {
      fill: var(--accent);
      stroke: var(--surface);
      stroke-width: 1.5;
    }
    text {
      fill: var(--accent-ink);
      font-size: 11px;
      font-weight: 650;
      text-anchor: middle;
      dominant-baseline: central;
    }
  `}spots(e){let{id:t,name:n}=e.map;return this.sources.flatMap(({map:r,x:i,y:a,point:o},s)=>{if(r!==t&&r!==n)return[];let[c,l]=(typeof o==`number`?e.view.grid.place(o):null)??[Number(i),Number(a)];return!Number.isFinite(c)||!Number.isFinite(l)?[]:[[s+1,...e.view.project(c,l)]]})}render(){let{chart:e}=this;if(!e)return v;let t=this.spots(e);return g`<svg aria-hidden="true" data-testid="journey-trail" data-stations=${t.length}>
      ${_`<polyline points=${t.map(([,e,t])=>`${e},${t}`).join(` `)}></polyline>`}
      ${t.map(([e,t,n])=>_`<circle cx=${t} cy=${n} r=${Hg}></circle><text x=${t} y=${n}>${e}</text>`)}
    </svg>`}};j([x({attribute:!1})],Ug.prototype,`chart`,void 0),j([x({attribute:!1})],Ug.prototype,`sources`,void 0),Ug=j([b(`rashin-journey-trail`)],Ug);var Wg={ArrowLeft:`left`,ArrowRight:`right`,ArrowUp:`up`,ArrowDown:`down`},Gg=.75,Kg=class extends y{static{this.styles=[T,h`
      :host {
        display: grid;
        gap: 8px;
      }
      .map {
        position: relative;
        height: min(56dvh, 440px);
        border-radius: var(--radius-small);
        background: var(--sunken);
        overflow: hidden;
        touch-action: none;
        cursor: crosshair;
      }
      .frame {
        position: relative;
      }
      .map:focus-visible {
        outline-offset: -3px;
      }
      select {
        min-height: 40px;
        max-width: 220px;
        padding: 0 10px;
        border: 1px solid var(--line);
        border-radius: var(--radius-small);
        background: var(--sunken);
      }
      .standing {
        min-height: 1.4em;
      }
      .map .sheet {
        position: absolute;
        inset: 0;
      }
      .map canvas,
      .map-names {
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
        display: none;
      }
      .bar {
        display: flex;
        gap: 8px;
        align-items: center;
        flex-wrap: wrap;
      }
      p {
        margin: 0;
        flex: 1 1 160px;
      }
    `]}constructor(){super(),this.model=``,this.sources=[],this.all=[],this.standing=null,this.drawing=!0,this.problem=null,this.chart=null,this.walked=Promise.resolve(),this.point=e=>this.of({point:e}),this.place=([e,t])=>this.of({x:e,y:t}),new A(this)}firstUpdated(){this.begin()}disconnectedCallback(){super.disconnectedCallback(),this.chart?.destroy(),this.chart=null}async begin(){try{this.all=await oo();let e=this.all.find(e=>e.model===this.model)??this.all[0];e&&await this.show(e.id)}catch(e){this.problem=z(e)}}async show(e){let t={moved:()=>this.trail?.requestUpdate(),hovered:()=>void 0,regions:()=>void 0,picked:e=>this.take([this.point(e)]),emptied:(e,t)=>this.take([this.place([e,t])]),drawn:e=>{let t=e.way??[];t.length>2&&this.take(kg(t).map(e=>this.place(e)))}};this.chart?.destroy(),this.chart=null,this.standing=null;try{let n=await Cl.open(this.host,t,null,e);if(!this.isConnected)return n?.destroy();this.chart=n,n?.view.use(this.drawing?`brush`:null)}catch(e){this.problem=z(e)}}get name(){return this.chart?.map.id??``}of(e){let t=this.model!==``&&this.model!==this.chart?.map.model;return{map:this.name,...e,...t&&{model:this.model}}}take(e){this.dispatchEvent(new CustomEvent(`take`,{detail:e}))}key(e){let{chart:t,standing:n}=this;if(!t||e.metaKey||e.ctrlKey||e.altKey)return;let r=Wg[e.key],i=r?()=>this.walk(r):{Enter:()=>n&&this.take([this.point(n.n)])," ":()=>n&&this.take([this.point(n.n)]),"+":()=>t.view.zoomBy(Gg),"=":()=>t.view.zoomBy(Gg),"-":()=>t.view.zoomBy(-.75),0:()=>t.view.goHome(),Backspace:()=>this.dispatchEvent(new Event(`back`))}[e.key];i&&(e.preventDefault(),i())}walk(e){this.walked=this.walked.then(async()=>{let{chart:t,standing:n}=this;if(t)try{let r=n?.neighbours.map(e=>e.n)??[],i=n?t.view.ahead(n.n,e,r):t.view.middle();if(i===null)return;t.show({selected:i}),t.view.reveal(i),this.standing=await t.cardOf(i)}catch(e){this.problem=z(e)}})}use(e){this.drawing=e,this.chart?.view.use(e?`brush`:null)}render(){let{standing:e,all:t}=this;return g`<div class="bar">
        <button data-testid="map-draw" aria-pressed=${this.drawing} @click=${()=>this.use(!0)}>
          ${w(`brush`)}${D(`journeys.map.draw`)}
        </button>
        <button data-testid="map-tap" aria-pressed=${!this.drawing} @click=${()=>this.use(!1)}>
          ${w(`place`)}${D(`journeys.map.tap`)}
        </button>
        ${t.length>1?g`<select
              aria-label=${D(`journeys.map.which`)}
              @change=${e=>void this.show(e.target.value)}
            >
              ${t.map(e=>g`<option value=${e.id} .selected=${e.id===this.name}>${O(e.title)}</option>`)}
            </select>`:v}
        <p class="quiet" id="how">${D(this.drawing?`journeys.map.drawHint`:`journeys.map.tapHint`)}</p>
      </div>
      ${this.problem?g`<rashin-notice .problem=${this.problem}></rashin-notice>`:v}
      <div class="frame">
        <div
          class="map"
          data-testid="journey-map"
          tabindex="0"
          role="application"
          aria-label=${D(`journeys.map`)}
          aria-describedby="how"
          @keydown=${e=>this.key(e)}
        ></div>
        <rashin-journey-trail .chart=${this.chart} .sources=${this.sources}></rashin-journey-trail>
      </div>
      <p class="quiet standing" role="status" data-testid="map-standing">
        ${e?D(`journeys.map.standing`,{words:O(e.title)||e.prompt}):D(`journeys.map.keys`)}
      </p>`}};j([x()],Kg.prototype,`model`,void 0),j([x({attribute:!1})],Kg.prototype,`sources`,void 0),j([S()],Kg.prototype,`all`,void 0),j([S()],Kg.prototype,`standing`,void 0),j([S()],Kg.prototype,`drawing`,void 0),j([S()],Kg.prototype,`problem`,void 0),j([C(`.map`)],Kg.prototype,`host`,void 0),j([C(`rashin-journey-trail`)],Kg.prototype,`trail`,void 0),j([S()],Kg.prototype,`chart`,void 0),Kg=j([b(`rashin-journey-map`)],Kg);var qg=[`words`,`history`,`picture`,`map`],Jg={words:`help`,history:`clock`,picture:`image`,map:`place`},Yg=36,X=class extends y{static{this.styles=[T,ai,h`
      dialog {
        width: min(640px, calc(100vw - 24px));
      }
      [role="tablist"] {
        display: grid;
        grid-template-columns: repeat(4, minmax(0, 1fr));
        gap: 6px;
        margin-bottom: 14px;
      }
      [role="tablist"] button {
        padding: 0 6px;
        overflow: hidden;
      }
      [role="tab"][aria-selected="true"],
      [role="tab"][aria-selected="true"]:hover:not(:disabled) {
        background: var(--ink);
        border-color: var(--ink);
        color: var(--surface);
      }
      .body {
        min-height: min(52dvh, 420px);
        display: grid;
        align-content: start;
        gap: 10px;
      }
      form {
        display: grid;
        gap: 10px;
      }
      .row {
        display: grid;
        grid-template-columns: minmax(0, 1fr) 116px;
        gap: 8px;
      }
      .grid {
        display: grid;
        grid-template-columns: repeat(auto-fill, minmax(84px, 1fr));
        gap: 8px;
      }
      .grid button {
        padding: 0;
        aspect-ratio: 1;
        height: auto;
        background: #fff;
        overflow: hidden;
      }
      .grid img {
        width: 100%;
        height: 100%;
        object-fit: contain;
      }
      .drop {
        min-height: 200px;
        border-style: dashed;
        flex-direction: column;
        font-weight: 450;
        color: var(--soft);
      }
      input[type="number"],
      input[type="search"] {
        min-height: 40px;
        width: 100%;
        padding: 0 12px;
        border: 1px solid var(--line);
        border-radius: var(--radius-small);
        background: var(--sunken);
      }
      footer {
        display: flex;
        align-items: center;
        gap: 10px;
        margin-top: 14px;
        min-height: 40px;
      }
      footer > span {
        flex: 1;
      }
    `]}constructor(){super(),this.models=[],this.model=``,this.sources=[],this.refused=null,this.way=`words`,this.chosen=``,this.renders=[],this.next=null,this.added=0,this.open_=!1,this.problem=null,this.batches=[],this.query_=``,this.gone=new AbortController,new A(this)}connectedCallback(){super.connectedCallback(),this.gone=new AbortController}disconnectedCallback(){super.disconnectedCallback(),this.gone.abort()}willUpdate(e){e.has(`refused`)&&this.refused&&(this.added-=this.batches.at(-1)??0,this.batches=this.batches.slice(0,-1))}open(){this.added=0,this.batches=[],this.problem=null,this.open_=!0,this.dialog.open||this.dialog.showModal(),this.way===`history`&&this.list()}get able(){return this.model===``?this.models:this.models.filter(e=>e.id===this.model)}get chosenModel(){return this.model||this.chosen||(this.models[0]?.id??``)}take(e){this.added+=e.length,this.batches=[...this.batches,e.length],this.dispatchEvent(new CustomEvent(`take`,{detail:e}))}back(){let e=this.batches.at(-1);e!==void 0&&(this.batches=this.batches.slice(0,-1),this.added-=e,this.dispatchEvent(new CustomEvent(`back`,{detail:e})))}choose(e){this.way=e,e===`history`&&this.list()}async list(e=null){try{let t=this.model===``?null:this.model,n=await On({q:this.query_,model:t,starred:!1,folder:null,trash:!1},Yg,e,this.gone.signal),r=n.items.filter(e=>e.image!==null);this.renders=e===null?r:[...this.renders,...r],this.next=n.next}catch(e){this.gone.signal.aborted||(this.problem=z(e))}}render(){return g`<dialog
      data-testid="add-sheet"
      aria-label=${D(`journeys.addTitle`)}
      @close=${()=>{this.open_=!1}}
    >
      <header>
        <h2>${D(`journeys.addTitle`)}</h2>
        <button class="bare icon" aria-label=${D(`common.close`)} @click=${()=>this.dialog.close()}>${w(`close`)}</button>
      </header>
      <div role="tablist" aria-label=${D(`journeys.addTitle`)}>
        ${qg.map(e=>g`<button
            role="tab"
            data-testid="way-${e}"
            aria-selected=${this.way===e}
            @click=${()=>this.choose(e)}
          >
            ${w(Jg[e])}<span>${D(`journeys.way.${e}`)}</span>
          </button>`)}
      </div>
      ${this.notice(this.refused??this.problem)}
      <div class="body" role="tabpanel">${this.open_?this.panel():v}</div>
      <footer>
        <span class="quiet" role="status">${this.added>0?D(`journeys.added`,{n:k(this.added)}):``}</span>
        ${this.added>0?g`<button class="bare" data-testid="add-back" @click=${()=>this.back()}>${w(`undo`)}${D(`journeys.back`)}</button>`:v}
        <button class="primary" data-testid="add-done" @click=${()=>this.dialog.close()}>${D(`journeys.done`)}</button>
      </footer>
    </dialog>`}notice(e){return e?g`<rashin-notice .problem=${e}></rashin-notice>`:v}panel(){return this.way===`words`?this.byWords():this.way===`history`?this.fromHistory():this.way===`picture`?this.fromPicture():this.onMap()}byWords(){return g`<form
      @submit=${e=>{e.preventDefault();let t=new FormData(e.target),n=String(t.get(`prompt`)??``).trim();n!==``&&(this.take([{prompt:n,seed:Number(t.get(`seed`))||0,model:this.chosenModel}]),this.words.value=``,this.words.focus())}}
    >
      <label for="words">${D(`journeys.prompt`)}</label>
      <div class="row">
        <input id="words" name="prompt" type="text" data-testid="add-prompt" maxlength="2000" placeholder=${D(`journeys.promptHint`)} autocomplete="off" />
        <input name="seed" type="number" min="0" max="2147483647" .value=${`7`} aria-label=${D(`studio.seed`)} title=${D(`studio.seed`)} />
      </div>
      ${this.able.length>1?g`<label for="model">${D(`journeys.model`)}</label>
            <select id="model" @change=${e=>{this.chosen=e.target.value}}>
              ${this.able.map(e=>g`<option value=${e.id} .selected=${e.id===this.chosenModel}>${O(e.title)}</option>`)}
            </select>`:v}
      <button data-testid="add-words">${w(`plus`)}${D(`journeys.add`)}</button>
      <p class="quiet">${D(`journeys.wordsHint`)}</p>
    </form>`}fromHistory(){return g`<input
        type="search"
        aria-label=${D(`journeys.search`)}
        placeholder=${D(`journeys.search`)}
        @change=${e=>{this.query_=e.target.value,this.list()}}
      />
      ${this.renders.length===0?g`<p class="quiet">${D(`journeys.historyNone`)}</p>`:v}
      <div class="grid" data-testid="add-history">
        ${this.renders.map(e=>{let t=rd(e.recipe?.conditioning??``)??e.id;return g`<button aria-label=${t} title=${t} @click=${()=>this.take([{render:e.id}])}>
            ${e.image?g`<img src=${e.image.url} alt="" loading="lazy" />`:v}
          </button>`})}
      </div>
      ${this.next===null?v:g`<button @click=${()=>void this.list(this.next)}>${D(`common.more`)}</button>`}`}fromPicture(){return g`<button class="drop" @click=${()=>this.renderRoot.querySelector(`#file`)?.click()}>
        ${w(`image`)}<span>${D(`journeys.pictureHint`)}</span>
      </button>
      <input
        id="file"
        class="off"
        type="file"
        tabindex="-1"
        aria-label=${D(`journeys.way.picture`)}
        multiple
        accept="image/png,image/jpeg,image/webp,image/gif,video/mp4,video/webm,application/zip"
        @change=${e=>{let t=e.target,n=[...t.files??[]];t.value=``,this.dispatchEvent(new CustomEvent(`files`,{detail:n})),this.dialog.close()}}
      />`}onMap(){return g`<rashin-journey-map
      .model=${this.model}
      .sources=${this.sources}
      @back=${()=>this.back()}
      @take=${e=>this.take(e.detail)}
    ></rashin-journey-map>`}};j([x({attribute:!1})],X.prototype,`models`,void 0),j([x()],X.prototype,`model`,void 0),j([x({attribute:!1})],X.prototype,`sources`,void 0),j([x({attribute:!1})],X.prototype,`refused`,void 0),j([S()],X.prototype,`way`,void 0),j([S()],X.prototype,`chosen`,void 0),j([S()],X.prototype,`renders`,void 0),j([S()],X.prototype,`next`,void 0),j([S()],X.prototype,`added`,void 0),j([S()],X.prototype,`open_`,void 0),j([S()],X.prototype,`problem`,void 0),j([C(`dialog`)],X.prototype,`dialog`,void 0),j([C(`#words`)],X.prototype,`words`,void 0),X=j([b(`rashin-journey-add`)],X);var Xg=350,Zg=300,Qg=class{constructor(e,t,n){this.host=e,this.failed=t,this.changed=n,this.journey=null,this.job=null,this.gone=new AbortController,this.turn=Promise.resolve(),this.rest=0,this.timer=0,e.addController(this)}hostConnected(){this.gone=new AbortController}hostDisconnected(){this.gone.abort(),clearTimeout(this.timer),clearTimeout(this.rest)}show(e){let t=e?.id!==this.journey?.id;t&&(this.job=null),this.journey=e,this.host.requestUpdate(),t&&this.changed(),e&&this.lookSoon(e,t)}lookSoon(e,t){clearTimeout(this.rest);let n=e.stations.some(e=>e.image===null),r=e.jobs.find(e=>e.kind===`outlook`);r&&t?this.follow(r):(e.ready&&e.outlook===null||n)&&(this.rest=window.setTimeout(()=>void this.look(e.id),Zg))}async look(e){try{await this.follow(await Yh(e))}catch(e){this.failed(e)}}async follow(e){clearTimeout(this.timer),this.job=e;let t=e.state===`queued`||e.state===`running`,n=this.journey?.id;try{if(n!==void 0&&!this.gone.signal.aborted){let t=await Gh(n,this.gone.signal);this.job===e&&t.id===this.journey?.id&&(this.journey=t)}if(this.job!==e)return;t?this.timer=window.setTimeout(async()=>{try{let t=await Zh(e.id,this.gone.signal);this.job===e&&await this.follow(t)}catch(e){this.gone.signal.aborted||this.failed(e)}},Xg):(this.job=null,e.state===`failed`&&this.failed(Error(e.error??e.state)))}catch(e){this.gone.signal.aborted||this.failed(e)}finally{this.host.requestUpdate()}}async cancel(){let{job:e}=this;e&&await Qh(e.id).catch(this.failed)}async again(){let e=this.journey?.id;e!==void 0&&(this.journey=await Gh(e,this.gone.signal)),this.host.requestUpdate()}edit(e){return this.turn=this.turn.then(async()=>{try{let{journey:t}=this,n=e(t);this.job=null,clearTimeout(this.timer),this.show(t?await qh(t.id,n):await Wh(n)),t&&Un({kind:`journey`,journey:t.id,...cg(t,n)})}catch(e){this.failed(e)}}),this.turn}},$g=4,e_=class extends y{static{this.styles=[T,h`
      ul {
        list-style: none;
        padding: 0;
        margin: 8px 0 0;
        display: grid;
        grid-template-columns: repeat(auto-fill, minmax(220px, 1fr));
        gap: 10px;
      }
      li {
        position: relative;
      }
      a {
        display: grid;
        gap: 6px;
        padding: 10px;
        border: 1px solid var(--line);
        border-radius: var(--radius-small);
        background: var(--surface);
        color: var(--ink);
        text-decoration: none;
        font-size: 0.88rem;
      }
      a[aria-current="true"] {
        border-color: var(--accent);
      }
      li button {
        position: absolute;
        right: 2px;
        bottom: 2px;
        color: var(--soft);
      }
      .pictures {
        display: flex;
        gap: 4px;
        height: 44px;
      }
      .pictures img,
      .pictures i {
        width: 44px;
        height: 44px;
        border-radius: 9px;
        background: #fff;
        object-fit: contain;
      }
      span {
        overflow: hidden;
        text-overflow: ellipsis;
        white-space: nowrap;
        padding-right: 36px;
      }
    `]}constructor(){super(),this.journeys=[],this.open=``,this.more=!1,new A(this)}tell(e,t){this.dispatchEvent(new CustomEvent(e,{detail:t}))}render(){return this.journeys.length===0?v:g`<h2>${D(`journeys.earlier`)}</h2>
      <ul data-testid="journeys">
        ${this.journeys.map(e=>this.one(e))}
      </ul>
      ${this.more?g`<button @click=${()=>this.dispatchEvent(new Event(`more`))}>${D(`common.more`)}</button>`:v}`}one(e){let{id:t,title:n,stations:r}=e,i=n||r.map(fg).join(` → `)||D(`journeys.untitled`);return g`<li>
      <a
        href="/journeys?id=${t}"
        aria-current=${t===this.open}
        @click=${e=>{e.metaKey||e.ctrlKey||(e.preventDefault(),this.tell(`open`,t))}}
      >
        <div class="pictures">
          ${r.slice(0,$g).map(({image:e})=>e?g`<img src=${e.url} alt="" />`:g`<i></i>`)}
        </div>
        <span>${i}</span>
      </a>
      <button class="bare icon" aria-label="${D(`journeys.forget`)}: ${i}" @click=${()=>this.tell(`forget`,t)}>
        ${w(`trash`)}
      </button>
    </li>`}};j([x({attribute:!1})],e_.prototype,`journeys`,void 0),j([x()],e_.prototype,`open`,void 0),j([x({type:Boolean})],e_.prototype,`more`,void 0),e_=j([b(`rashin-journey-earlier`)],e_);var t_=h`
  :host {
    display: grid;
    grid-template-columns: minmax(300px, 440px) minmax(0, 1fr);
    grid-template-areas:
      "head head"
      "strip strip"
      "view facts"
      "earlier earlier";
    gap: 18px 26px;
    padding: 16px 20px 32px;
    max-width: 1320px;
    margin: 0 auto;
  }
  header {
    grid-area: head;
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
    align-items: center;
  }
  header input {
    flex: 1 1 180px;
    min-width: 0;
    min-height: 40px;
    padding: 0 10px;
    border: 1px solid transparent;
    border-radius: var(--radius-small);
    background: none;
    font-size: 1.06rem;
    font-weight: 600;
  }
  header input:hover,
  header input:focus {
    border-color: var(--line);
    background: var(--raised);
  }
  .shapes {
    display: flex;
    gap: 6px;
  }
  .strip {
    grid-area: strip;
    min-width: 0;
    background: var(--surface);
    border: 1px solid var(--line);
    border-radius: var(--radius);
    padding: 12px 14px 4px;
  }
  .view {
    grid-area: view;
    min-width: 0;
    display: grid;
    gap: 14px;
    align-content: start;
    justify-items: stretch;
  }
  .facts {
    grid-area: facts;
    min-width: 0;
    display: grid;
    gap: 18px;
    align-content: start;
  }
  .looking {
    min-height: 46px;
  }
  rashin-journey-earlier {
    grid-area: earlier;
    min-width: 0;
  }
  .begin {
    grid-area: strip;
    display: grid;
    gap: 12px;
    justify-items: center;
    text-align: center;
    padding: 46px 20px;
    border: 1px dashed var(--line);
    border-radius: var(--radius);
  }
  .begin p {
    margin: 0;
    max-width: 46em;
  }
  .ways {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
    justify-content: center;
  }
  .over {
    position: fixed;
    inset: 0;
    z-index: 9;
    display: grid;
    place-items: center;
    background: rgb(8 14 24 / 55%);
    color: #fff;
    font-weight: 600;
    pointer-events: none;
  }
  @media (max-width: 800px) {
    :host {
      grid-template-columns: minmax(0, 1fr);
      grid-template-areas: "head" "view" "strip" "facts" "earlier";
      padding: 10px 12px 28px;
      gap: 14px;
    }
    rashin-journey-player {
      --player: min(100%, 330px);
    }
    .wide {
      display: none;
    }
    header input {
      flex: 1 1 90px;
    }
    .begin {
      grid-area: view;
      padding: 26px 14px;
    }
  }
`,n_=t({JourneysPage:()=>i_,page:()=>a_}),r_=/^video\/|^application\/(zip|x-zip-compressed)$|^image\/gif$/,i_=class extends y{static{this.styles=[T,t_]}constructor(){super(),this.models=[],this.earlier=[],this.more=null,this.problem=null,this.second=0,this.at=0,this.course=new Qg(this,e=>{this.problem=z(e)},()=>{let e=this.course.journey?.id;ha(e===void 0?``:`id=${e}`),this.list()}),this.gone=new AbortController,this.drop=new sa(this,e=>void this.take(e)),new A(this)}connectedCallback(){super.connectedCallback(),this.gone=new AbortController,this.begin()}disconnectedCallback(){super.disconnectedCallback(),this.gone.abort()}async begin(){let e=location.search,t=new URLSearchParams(e).get(`id`);try{if(this.models=await wa(this.gone.signal),t!==null)this.course.show(await Gh(t));else{let t=Mg(e);t?await this.course.edit(()=>t):await this.list()}}catch(e){if(this.gone.signal.aborted)return;this.problem=z(e),await this.list()}}async list(e){try{let t=await Kh(e);this.earlier=e===void 0?t.items:[...this.earlier,...t.items],this.more=t.next}catch(e){this.problem=z(e)}}edit(e){this.problem=null,this.course.edit(e)}take_(e){this.edit(t=>({stations:[...og(t),...e]}))}move({from:e,to:t}){this.edit(n=>({stations:lg(n?.stations??[],e,t).map(ag),beats:[]}))}takeAway(e){this.edit(t=>({stations:og(t).filter((t,n)=>n!==e),legs:ug(t?.legs??[],e),beats:[]}))}async take(e){this.problem=null;for(let t of e)try{if(r_.test(t.type)||/\.(zip|gif|mp4|webm)$/i.test(t.name)){this.course.show(await $h(t));continue}if(await this.moves(t))continue;let e=await Hi(t),n=this.course.journey?.stations[0]?.recipe.model;this.take_([e.recipe?{recipe:e.recipe}:{image:e.sha256,...n!==void 0&&{model:n}}])}catch(e){this.problem=z(e)}}async moves(e){let t=new TextDecoder(`latin1`).decode(await e.arrayBuffer());return/rashin[-:]journey/.test(t)?(this.course.show(await $h(e)),!0):!1}start(){let e=this.models[0]?.id;if(e===void 0)return;let t=[{prompt:D(`journeys.example.a`),seed:3,model:e},{prompt:D(`journeys.example.b`),seed:8,model:e}];this.edit(()=>({stations:t}))}async forget(e){try{await Jh(e),this.course.journey?.id===e?this.course.show(null):await this.list()}catch(e){this.problem=z(e)}}open(e){Gh(e).then(e=>this.course.show(e)).catch(e=>{this.problem=z(e)})}render(){let{journey:e}=this.course;return g`${this.head(e)}
      ${e?this.journey(e):this.beginning()}
      <rashin-journey-earlier
        .journeys=${this.earlier}
        .open=${e?.id??``}
        .more=${this.more!==null}
        @open=${e=>this.open(e.detail)}
        @forget=${e=>void this.forget(e.detail)}
        @more=${()=>void this.list(this.more??void 0)}
      ></rashin-journey-earlier>
      <rashin-journey-add
        .models=${this.models}
        .model=${e?.stations[0]?.recipe.model??``}
        .sources=${e?.stations.map(e=>e.source)??[]}
        .refused=${this.problem}
        @back=${e=>this.edit(t=>({stations:og(t).slice(0,-e.detail),beats:[]}))}
        @take=${e=>this.take_(e.detail)}
        @files=${e=>void this.take(e.detail)}
      ></rashin-journey-add>
      <rashin-journey-leg
        .leg=${e?.legs[this.at]??null}
        .from=${this.at+1}
        .to=${this.at+1===(e?.stations.length??0)?1:this.at+2}
        @leg=${e=>{let{leg:t,everywhere:n}=e.detail,{at:r}=this;this.edit(e=>({legs:(e?.legs??[]).map((e,i)=>n||i===r?t:e),beats:[]}))}}
      ></rashin-journey-leg>
      ${this.drop.over?g`<div class="over">${D(`journeys.dropHere`)}</div>`:v}`}head(e){return g`<header>
      <input
        data-testid="journey-title"
        aria-label=${D(`journeys.title`)}
        placeholder=${D(`journeys.untitled`)}
        maxlength="200"
        ?disabled=${!e}
        .value=${e?.title??``}
        @change=${e=>{let t=e.target.value;this.edit(()=>({title:t}))}}
      />
      ${e?g`<div class="shapes" role="group" aria-label=${D(`journeys.shape`)}>
              ${[`line`,`grid`].map(t=>g`<button
                  data-testid="shape-${t}"
                  aria-pressed=${e.shape===t}
                  ?disabled=${t===`grid`&&e.stations.length>4}
                  title=${D(`journeys.shapeHint.${t}`)}
                  @click=${()=>this.edit(()=>({shape:t,legs:[],route:[],loop:!1,beats:[]}))}
                >
                  ${w(t===`line`?`between`:`grid`)}${D(`journeys.shape.${t}`)}
                </button>`)}
            </div>
            <button data-testid="journey-new" aria-label=${D(`journeys.new`)} @click=${()=>this.course.show(null)}>${w(`plus`)}<span class="wide">${D(`journeys.new`)}</span></button>`:v}
    </header>`}notice(){return this.problem?g`<rashin-notice .problem=${this.problem}></rashin-notice>`:v}beginning(){return g`<div class="begin">
      ${this.notice()}
      <p>${D(`journeys.empty`)}</p>
      <div class="ways">
        <button class="primary" data-testid="journey-example" @click=${()=>this.start()}>
          ${w(`play`)}${D(`journeys.example`)}
        </button>
        <button data-testid="add-first" @click=${()=>this.add.open()}>${w(`plus`)}${D(`journeys.add`)}</button>
      </div>
      <p class="quiet">${D(`journeys.dropHint`)}</p>
    </div>`}journey(e){let t=e.shape===`grid`;return g`<section class="strip">
        <rashin-journey-strip
          .journey=${e}
          @add=${()=>this.add.open()}
          @moved=${e=>this.move(e.detail)}
          @remove=${e=>this.takeAway(e.detail)}
          @go=${e=>this.player.goTo(e.detail)}
          @leg=${e=>{this.at=e.detail,this.leg.open()}}
        ></rashin-journey-strip>
      </section>
      <section class="view">
        ${this.notice()}
        <rashin-journey-player
          .journey=${e}
          @second=${e=>{this.second=e.detail}}
        ></rashin-journey-player>
        <div class="looking">${this.looking()}</div>
        ${t?g`<rashin-journey-square
              .journey=${e}
              @route=${e=>this.edit(()=>({route:e.detail}))}
              @changes=${e=>this.edit(()=>e.detail)}
            ></rashin-journey-square>`:v}
      </section>
      <section class="facts">
        <h2>${D(`journeys.timing`)}</h2>
        <rashin-journey-pace
          .journey=${e}
          @changes=${e=>this.edit(()=>e.detail)}
        ></rashin-journey-pace>
        <rashin-journey-chart
          .outlook=${e.outlook}
          .share=${e.total_s>0?this.second/e.total_s:0}
        ></rashin-journey-chart>
        <h2>${D(`journeys.film`)}</h2>
        <rashin-journey-export .journey=${e} @filmed=${()=>void this.course.again()}></rashin-journey-export>
      </section>`}looking(){let{job:e}=this.course;return e?g`<rashin-progress
      data-testid="outlook-progress"
      .words=${D(`journeys.looking`)+_g(e)}
      .share=${e.progress}
      @cancel=${()=>void this.course.cancel()}
    ></rashin-progress>`:v}};j([S()],i_.prototype,`models`,void 0),j([S()],i_.prototype,`earlier`,void 0),j([S()],i_.prototype,`more`,void 0),j([S()],i_.prototype,`problem`,void 0),j([S()],i_.prototype,`second`,void 0),j([S()],i_.prototype,`at`,void 0),j([C(`rashin-journey-add`)],i_.prototype,`add`,void 0),j([C(`rashin-journey-leg`)],i_.prototype,`leg`,void 0),j([C(`rashin-journey-player`)],i_.prototype,`player`,void 0),i_=j([b(`journeys-page`)],i_);var a_={path:`/journeys`,title:`nav.journeys`,order:5,icon:`between`,mount(e){let t=document.createElement(`journeys-page`);return e.append(t),()=>t.remove()}},o_=t({LinkPage:()=>s_,page:()=>c_}),s_=class extends y{static{this.styles=[T,h`
      :host {
        display: block;
        max-width: 520px;
        margin: 14vh auto;
        padding: 0 20px;
        text-align: center;
      }
    `]}constructor(){super(),this.problem=null,new A(this)}connectedCallback(){super.connectedCallback(),this.open()}async open(){let e=new URLSearchParams(location.search).get(`to`);try{if(!e)throw new Cn(`no_link`,404,``,D(`link.wrong`),D(`link.wrongHint`));let t=await fr(e),n=t.trail.at(-1);if(!n||!this.isConnected)return;gi(t),H.visit(n.address)}catch(e){this.problem=z(e)}}render(){return this.problem?g`<rashin-notice .problem=${this.problem} retry @retry=${()=>{this.problem=null,this.open()}} @dismiss=${()=>H.visit(`/`)}></rashin-notice>`:g`<p class="quiet" role="status">${D(`link.opening`)}</p>`}};j([S()],s_.prototype,`problem`,void 0),s_=j([b(`link-page`)],s_);var c_={path:`/link`,title:`link.title`,order:99,mount(e){let t=document.createElement(`link-page`);return e.replaceChildren(t),()=>t.remove()}},l_=h`
  :host {
    display: grid;
    grid-template-columns: minmax(0, 1fr) 360px;
    gap: 14px 28px;
    align-content: start;
    height: 100%;
    overflow-y: auto;
    scrollbar-gutter: stable;
    padding: 14px 20px 90px;
    max-width: 1500px;
    margin: 0 auto;
  }
  header,
  rashin-notice {
    grid-column: 1 / -1;
  }
  h1 {
    margin: 0;
    font-size: 1.2rem;
  }
  header {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 6px 14px;
  }
  header div {
    flex: 1 1 200px;
  }
  header p {
    margin: 2px 0 0;
  }
  header button {
    display: none;
  }
  ul {
    align-content: start;
    list-style: none;
    margin: 0;
    padding: 0;
    display: grid;
    gap: 10px;
  }
  li.map,
  li.act {
    border: 1px solid var(--line);
    border-radius: var(--radius);
    background: var(--surface);
    padding: 12px 14px;
  }
  .top {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 6px 10px;
  }
  .top div {
    flex: 1 1 200px;
    min-width: 0;
  }
  .top b {
    display: block;
    font-weight: 600;
    overflow-wrap: anywhere;
  }
  small {
    color: var(--soft);
    font-variant-numeric: tabular-nums;
  }
  dl {
    display: grid;
    grid-template-columns: repeat(4, minmax(0, 1fr));
    gap: 4px 14px;
    margin: 10px 0 0;
  }
  dt {
    font-size: 0.78rem;
    color: var(--soft);
  }
  dd {
    margin: 0;
    font-variant-numeric: tabular-nums;
  }
  meter {
    width: 100%;
    height: 6px;
    display: block;
  }
  details {
    margin-top: 8px;
  }
  summary {
    cursor: pointer;
    min-height: 32px;
    font-size: 0.86rem;
    color: var(--soft);
  }
  details li {
    display: flex;
    gap: 10px;
    align-items: baseline;
    min-height: 32px;
  }
  aside {
    border-left: 1px solid var(--line);
    padding-left: 24px;
  }
  h2 {
    margin: 0 0 10px;
    font-size: 1rem;
  }
  .why {
    margin: 8px 0 0;
    font-size: 0.86rem;
  }
  .error {
    color: var(--bad, #b3261e);
    margin: 6px 0 0;
    overflow-wrap: anywhere;
  }
  @media (max-width: 900px) {
    :host {
      grid-template-columns: minmax(0, 1fr);
      padding: 10px 12px 60px;
      scrollbar-gutter: auto;
    }
    header button {
      display: inline-flex;
      min-height: 44px;
    }
    dl {
      grid-template-columns: 1fr 1fr;
    }
    aside {
      border-left: 0;
      border-top: 1px solid var(--line);
      padding: 16px 0 0;
    }
  }
`,u_=t({MapsPage:()=>h_,page:()=>g_}),d_=1e3,f_=[`queued`,`running`],p_=[[`trustworthiness`,`maps.trust`,`maps.trustHelp`],[`continuity`,`maps.continuity`,`maps.continuityHelp`],[`recall_15`,`maps.recall`,`maps.recallHelp`],[`stability`,`maps.stability`,`maps.stabilityHelp`]],m_=[`render`,`layout`,`quality`,`labels`,`write`],h_=class extends y{static{this.styles=[T,l_]}constructor(){super(),this.maps=null,this.acts=[],this.versions={},this.models=[],this.spaces={},this.projectors=[],this.problem=null,this.sending=!1,this.gone=new AbortController,this.begun=null,new A(this)}connectedCallback(){super.connectedCallback(),this.gone=new AbortController,wa(this.gone.signal).then(e=>{this.models=e}),Promise.all([Ua(),Ha()]).then(([e,t])=>{this.projectors=e,this.spaces=t},e=>this.fail(e)),this.look()}disconnectedCallback(){super.disconnectedCallback(),this.gone.abort(),clearTimeout(this.timer)}fail(e){this.gone.signal.aborted||(this.problem=z(e))}async look(){clearTimeout(this.timer);try{let e=this.acts.filter(e=>f_.includes(e.state)).length;this.acts=await Ja();let t=this.acts.filter(e=>f_.includes(e.state)).length;(this.maps===null||t<e)&&(this.maps=await za(),this.versions={}),t>0&&this.isConnected&&(this.timer=setTimeout(()=>void this.look(),d_))}catch(e){this.fail(e),this.isConnected&&(this.timer=setTimeout(()=>void this.look(),5*d_))}}async try(e){this.problem=null,this.sending=!0;try{await e()}catch(e){this.fail(e)}finally{this.sending=!1}await this.look()}async begin(e){await this.try(async()=>{let t=await e();this.begun=t.id,this.acts=[t,...this.acts]})}async discard(e){await this.confirm.ask({title:()=>D(`maps.removeAsk`,{title:O(e.title)}),body:()=>D(`maps.removeBody`),yes:()=>D(`maps.remove`)})&&await this.try(async()=>{await Qa(e.id),this.maps=await za()})}toForm(){this.heading.scrollIntoView({block:`start`}),this.heading.focus({preventScroll:!0})}async unfold(e){if(!this.versions[e])try{this.versions={...this.versions,[e]:await Xa(e)}}catch(e){this.fail(e)}}render(){let e=this.acts.filter(e=>f_.includes(e.state)||e.id===this.begun&&e.state===`failed`);return g`<header>
        <div>
          <h1>${D(`maps.title`)}</h1>
          <p class="quiet">${D(`maps.hint`)}</p>
        </div>
        <button data-testid="to-form" @click=${()=>this.toForm()}>${D(`maps.build`)}</button>
      </header>
      ${this.problem?g`<rashin-notice
              .problem=${this.problem}
              @dismiss=${()=>{this.problem=null}}
            ></rashin-notice>`:v}
      <ul>
        ${e.map(e=>this.act(e))} ${this.maps?.map(e=>this.map(e))??D(`common.loading`)}
      </ul>
      <aside>
        <h2 tabindex="-1">${D(`maps.build`)}</h2>
        <rashin-build-form
          .models=${this.models}
          .spacesOf=${this.spaces}
          .maps=${this.maps??[]}
          .projectors=${this.projectors}
          ?busy=${this.sending}
          @build=${e=>void this.begin(()=>Ga(e.detail))}
        ></rashin-build-form>
      </aside>
      <rashin-confirm></rashin-confirm>`}act(e){if(e.state===`failed`)return g`<li class="act" data-testid="act"><b>${D(`maps.build`)}</b><p class="error" role="alert">${e.error??``}</p></li>`;let t=m_.find(t=>t===e.stage),n=e.eta_s===null?``:` · ${D(`maps.left`,{time:Ef(e.eta_s)})}`;return g`<li class="act" data-testid="act">
      <rashin-progress
        .words=${e.state===`queued`||!t?D(`maps.waiting`):`${D(`maps.stage.${t}`)}${n}`}
        .share=${e.state===`queued`?null:e.progress}
        @cancel=${()=>void this.try(()=>Ya(e.id))}
      ></rashin-progress>
    </li>`}map(e){let t=this.versions[e.id];return g`<li class="map" data-testid="map" data-id=${e.id}>
      <div class="top">
        <div>
          <b>${O(e.title)}</b>
          <small
            >${[D(`maps.points`,{n:k(e.count)}),e.space,e.projector.toUpperCase(),D(`maps.version`,{n:e.version})].join(` · `)}${e.shipped?` · ${D(`maps.shipped`)}`:``}</small
          >
        </div>
        <a class="button" href="/?map=${e.id}">${D(`maps.open`)}</a>
        <button data-testid="refit" ?disabled=${this.sending||e.projector===`axes`} @click=${()=>void this.begin(()=>Za(e.id))}>
          ${D(`maps.refit`)}
        </button>
        ${e.shipped?v:g`<button class="bare" data-testid="remove" @click=${()=>void this.discard(e)}>${D(`maps.remove`)}</button>`}
      </div>
      <dl>
        ${p_.map(([t,n,r])=>this.figure(e.quality[t],D(n),D(r)))}
      </dl>
      ${e.whyNot===null?v:g`<p class="quiet why">${fu(e.whyNot)}</p>`}
      <details @toggle=${()=>void this.unfold(e.id)}>
        <summary>${D(`maps.versions`)}</summary>
        <ul>
          ${t?.map(e=>g`<li>
              <a href="/?map=${e.key}">${D(`maps.version`,{n:e.version})}</a>
              <small>${D(`maps.points`,{n:k(e.count)})} · ${e.projector.toUpperCase()} · ${D(`maps.trust`)} ${e.quality.trustworthiness?.toFixed(3)??`–`}</small>
              ${e.current?g`<small>${D(`maps.current`)}</small>`:v}
            </li>`)}
        </ul>
      </details>
    </li>`}figure(e,t,n){return g`<div title=${n}>
      <dt>${t}</dt>
      <dd>${e===null?`–`:g`${e.toFixed(3)}<meter min="0" max="1" value=${e} aria-label=${t}></meter>`}</dd>
    </div>`}};j([S()],h_.prototype,`maps`,void 0),j([S()],h_.prototype,`acts`,void 0),j([S()],h_.prototype,`versions`,void 0),j([S()],h_.prototype,`models`,void 0),j([S()],h_.prototype,`spaces`,void 0),j([S()],h_.prototype,`projectors`,void 0),j([S()],h_.prototype,`problem`,void 0),j([S()],h_.prototype,`sending`,void 0),j([C(`rashin-confirm`)],h_.prototype,`confirm`,void 0),j([C(`h2`)],h_.prototype,`heading`,void 0),h_=j([b(`maps-page`)],h_);var g_={path:`/maps`,title:`nav.maps`,order:9,icon:`layers`,headed:!0,mount(e){let t=document.createElement(`maps-page`);return e.append(t),()=>t.remove()}},__=[`folder`,`file`,`hub`],v_=e=>typeof e==`number`?e:null,y_=e=>N(e).map(e=>P(e));function b_(e){let t=I(e);return typeof t.dtype==`string`?{device:P(t.device),dtype:t.dtype,offload:P(t.offload,`none`),attention:P(t.attention),notes:N(t.notes).map(e=>L(e))}:null}function x_(e){let t=M(e,`a model card`);return{...Ti(t),licence:P(t.licence),weights:P(t.weights),weights_bytes:v_(I(t.memory).weights_bytes),placement:b_(t.placement),guesses:y_(t.guesses)}}var S_=[`cold`,`loading`,`ready`,`failed`];function C_(e){let t=M(e,`a model`),n=I(t.origin);return{id:P(t.id),card:t.card===null?null:x_(t.card),state:S_.find(e=>e===t.state)??`cold`,error:cn(t.error),bytes_needed:v_(t.bytes_needed),origin:{kind:P(n.kind),name:P(n.name)},removable:t.removable===!0,loras:N(t.loras).map(e=>{let t=M(e,`a LoRA`);return{id:P(t.id),title:P(t.title,P(t.id))}})}}async function w_(e){let t=M(await V(`/models`,e?{signal:e}:{}),`the list of models`),n=I(t.memory);return{items:N(t.items).map(C_),used_bytes:v_(n.used_bytes),free_bytes:v_(n.free_bytes),hub_allowed:t.hub_allowed===!0}}async function T_(e,t){let n=M(await V(`/models/weigh`,{method:`POST`,body:e,signal:t}),`a weight`);return{card:x_(n.card),fits:n.fits===!0,bytes_needed:F(n.bytes_needed),free_bytes:F(n.free_bytes),going:y_(n.going)}}var E_=async e=>C_(await V(`/models`,{method:`POST`,body:e}));function D_(e){let t=M(e,`a job`);return{...dn(t),stage:P(t.stage),kind:P(t.kind)}}var O_=async e=>D_(await V(`/models`,{method:`POST`,body:e})),k_=async(e,t)=>D_(await V(`/jobs/${e}`,{signal:t})),A_=async e=>{await V(`/jobs/${e}`,{method:`DELETE`})};async function j_(e){return R(await V(`/jobs?limit=20`,{signal:e}),D_).items.find(e=>e.kind===`fetch`&&(e.state===`queued`||e.state===`running`))??null}var M_=async(e,t,n)=>{await V(`/models/${e}`,n===void 0?{method:t}:{method:t,body:n})},N_=e=>M_(encodeURIComponent(e),`DELETE`),P_=e=>M_(`${encodeURIComponent(e)}/load`,`POST`,{}),F_=e=>M_(`${encodeURIComponent(e)}/unload`,`POST`,{}),I_=(e,t)=>M_(`${encodeURIComponent(e)}/loras`,`POST`,{path:t}),L_=(e,t)=>M_(`${encodeURIComponent(e)}/loras/${encodeURIComponent(t)}`,`DELETE`),R_=1200,z_=2e4,B_=class{constructor(e,t){this.host=e,this.waiting=t,this.memory=null,this.connected=!1,e.addController(this)}hostConnected(){this.connected=!0,this.look()}hostDisconnected(){this.connected=!1,clearTimeout(this.timer)}of(e){return this.memory?.models.find(t=>t.id===e)??null}async look(){clearTimeout(this.timer);try{this.memory=await Mi(),this.host.requestUpdate()}catch{}if(!this.connected)return;let e=this.waiting()||this.memory?.models.some(e=>e.state===`loading`);this.timer=setTimeout(()=>void this.look(),e?R_:z_)}},V_=[`B`,`kB`,`MB`,`GB`,`TB`];function H_(e){let[t,n]=[e,0];for(;t>=1e3&&n<V_.length-1;)t/=1e3,n+=1;return`${t>=100||n===0?Math.round(t):Number(t.toFixed(1))} ${V_[n]}`}var U_=500,W_=4e3,G_=class{constructor(e,t){this.host=e,this.failed=t,this.shelf=null,this.gone=new AbortController,e.addController(this)}hostConnected(){this.gone=new AbortController,document.addEventListener(`visibilitychange`,()=>{document.hidden||this.look()},{signal:this.gone.signal}),this.look()}hostDisconnected(){this.gone.abort(),clearTimeout(this.timer)}async look(){clearTimeout(this.timer);let{signal:e}=this.gone;try{let t=await w_(e);if(e.aborted)return;this.shelf=t,this.host.requestUpdate()}catch(t){if(e.aborted)return;this.failed(t)}clearTimeout(this.timer);let t=this.shelf===null||this.shelf.items.some(e=>e.state===`loading`);document.hidden||(this.timer=setTimeout(()=>void this.look(),t?U_:W_))}async after(e){try{return await e()}finally{Ta(),await this.look()}}};function K_(e){let{used_bytes:t,free_bytes:n}=e;if(t===null||n===null||t+n<=0)return null;let r=t+n,i=e.items.filter(e=>e.state===`ready`&&(e.bytes_needed??0)>0),a=i.reduce((e,t)=>e+(t.bytes_needed??0),0),o=a>t?t/a:1;return{models:i.map(e=>({id:e.id,share:(e.bytes_needed??0)*o/r})),rest:Math.max(0,t-a*o)/r}}var q_=class extends y{static{this.styles=[T,h`
      :host {
        display: block;
        min-height: 42px;
      }
      p {
        display: flex;
        justify-content: space-between;
        gap: 12px;
        margin: 0 0 6px;
        font-size: 0.86rem;
        font-variant-numeric: tabular-nums;
        color: var(--soft);
      }
      .bar {
        display: flex;
        gap: 2px;
        height: 10px;
        border-radius: 5px;
        overflow: hidden;
        background: var(--line);
      }
      .bar i {
        flex: 0 0 auto;
        min-width: 3px;
        transition: flex-basis 0.3s;
      }
      .model {
        background: var(--accent);
      }
      .model:nth-child(even) {
        filter: saturate(0.65) brightness(1.15);
      }
      .rest {
        background: var(--faint);
        opacity: 0.55;
      }
    `]}constructor(){super(),this.shelf=null,new A(this)}updated(){for(let e of this.renderRoot.querySelectorAll(`[data-share]`))e.style.flexBasis=`${(Number(e.dataset.share)*100).toFixed(2)}%`}render(){let{shelf:e}=this,t=e?K_(e):null;if(!e||!t)return g`<p><span>${D(`models.memory`)}</span></p><div class="bar"></div>`;let n=D(`models.memoryUsed`,{used:H_(e.used_bytes??0),free:H_(e.free_bytes??0)}),r=t=>{let n=e.items.find(e=>e.id===t)?.card;return n?O(n.title):t};return g`<p><span>${D(`models.memory`)}</span><span data-testid="memory">${n}</span></p>
      <div class="bar" role="img" aria-label="${D(`models.memory`)}: ${n}">
        ${t.models.map(e=>g`<i class="model" title=${r(e.id)} data-share=${e.share}></i>`)}
        ${t.rest>0?g`<i class="rest" title=${D(`models.memoryRest`)} data-share=${t.rest}></i>`:v}
      </div>`}};j([x({attribute:!1})],q_.prototype,`shelf`,void 0),q_=j([b(`rashin-memory-bar`)],q_);var J_=h`
  :host {
    display: flex;
    flex-direction: column;
    gap: 12px;
  }
  form {
    display: flex;
    flex-direction: column;
    gap: 10px;
  }
  .kinds {
    display: grid;
    grid-template-columns: repeat(3, minmax(0, 1fr));
    gap: 6px;
  }
  .kinds button {
    padding: 0 6px;
  }
  label {
    display: block;
    font-size: 0.86rem;
    color: var(--soft);
  }
  label > input,
  label > select {
    display: block;
    width: 100%;
    min-width: 0;
    min-height: 40px;
    margin-top: 4px;
    padding: 0 12px;
    border: 1px solid var(--line);
    border-radius: var(--radius-small);
    background: var(--sunken);
    color: var(--ink);
    font-size: 0.95rem;
  }
  p {
    margin: 0;
  }
  details > div {
    display: flex;
    flex-direction: column;
    gap: 10px;
    padding-top: 6px;
  }
  summary {
    min-height: 32px;
    display: inline-flex;
    align-items: center;
    cursor: pointer;
    font-size: 0.88rem;
    color: var(--soft);
  }
  summary::before {
    content: "";
    width: 6px;
    height: 6px;
    margin: 0 9px 0 3px;
    border: solid currentColor;
    border-width: 0 1.6px 1.6px 0;
    transform: rotate(-45deg);
    transition: transform 0.12s;
  }
  details[open] > summary::before {
    transform: rotate(45deg);
  }
  .seen {
    display: flex;
    flex-direction: column;
    gap: 8px;
    padding: 12px 14px;
    border: 1px solid var(--line);
    border-radius: var(--radius-small);
    background: var(--sunken);
    font-variant-numeric: tabular-nums;
  }
  .seen b {
    font-weight: 600;
  }
  .fits {
    color: var(--good);
    font-weight: 550;
  }
  .fitsnot {
    color: var(--accent);
    font-weight: 550;
  }
  .wrong {
    padding: 10px 12px;
    border: 1px solid var(--line);
    border-left: 3px solid var(--accent);
    border-radius: var(--radius-small);
    background: var(--raised);
    font-size: 0.92rem;
    overflow-wrap: anywhere;
  }
  .wrong small {
    display: block;
    margin-top: 4px;
    color: var(--soft);
    font-size: 0.87rem;
  }
  .ways {
    display: flex;
    gap: 8px;
    justify-content: flex-end;
  }
  .ways button {
    flex: 1;
  }
`,Y_=400,X_={dtype:[`auto`,`float32`,`bfloat16`,`float16`],offload:[`none`,`model`,`sequential`],attention:[`auto`,`sdpa`,`sliced`]},Z_=class extends y{static{this.styles=[T,J_]}constructor(){super(),this.kind=`folder`,this.hubAllowed=!1,this.act=e=>e(),this.seen=null,this.problem=null,this.looking=!1,this.fetching=null,this.gone=new AbortController,new A(this)}connectedCallback(){super.connectedCallback(),this.gone=new AbortController,j_(this.gone.signal).then(e=>e?this.follow(e):void 0).catch(()=>void 0)}disconnectedCallback(){super.disconnectedCallback(),this.gone.abort()}get wish(){let e=Object.fromEntries([...new FormData(this.form)].map(([e,t])=>[e,String(t).trim()]).filter(([,e])=>e!==``));return{...e,kind:this.kind,path:e.path??``}}forget(){this.seen=null,this.problem=null}choose(e){this.forget(),this.kind=e,this.dispatchEvent(new CustomEvent(`kind`,{detail:e})),this.updateComplete.then(()=>this.path.focus())}async submit(e){e.preventDefault(),this.looking||this.wish.path===``||(this.kind===`hub`?await this.fetch():this.seen?await this.add():await this.look())}async look(){await this.try(async()=>{this.seen=await T_(this.wish,this.gone.signal)})}async add(){await this.try(async()=>this.done(await this.act(()=>E_(this.wish))))}async fetch(){await this.try(async()=>{let e=await O_(this.wish);this.follow(e)})}async try(e){this.problem=null,this.looking=!0;try{await e()}catch(e){this.seen=null,this.gone.signal.aborted||(this.problem=z(e))}finally{this.looking=!1}}async follow(e){let t=e,{signal:n}=this.gone;await this.try(async()=>{for(;t.state===`queued`||t.state===`running`;)this.fetching=t,await new Promise(e=>setTimeout(e,Y_)),t=await k_(t.id,n);if(this.fetching=null,t.state===`failed`)throw Error(t.error??t.state);if(t.state!==`done`)return;let e=(await this.act(()=>w_(n))).items.find(e=>e.id===t.result?.model);e&&this.done(e)}),this.fetching=null}done(e){this.form.reset(),this.forget(),this.dispatchEvent(new CustomEvent(`added`,{detail:e}))}again(){this.seen&&this.look()}render(){let e=this.kind===`hub`&&!this.hubAllowed;return g`<p class="quiet">${D(`models.addHint`)}</p>
      <div class="kinds" role="group" aria-label=${D(`models.add`)}>
        ${__.map(e=>g`<button data-testid="kind-${e}" aria-pressed=${e===this.kind} @click=${()=>this.choose(e)}>
              ${D(`models.kind.${e}`)}
            </button>`)}
      </div>
      ${e?g`<p class="quiet" data-testid="hub-off">${D(`models.hubOff`)}</p>`:v}
      <form ?hidden=${e} @submit=${e=>void this.submit(e)}>
        <label
          >${D(`models.path.${this.kind}`)}
          <input
            id="path"
            name="path"
            data-testid="model-path"
            required
            maxlength="1000"
            autocomplete="off"
            autocapitalize="off"
            spellcheck="false"
            @input=${()=>this.forget()}
          />
        </label>
        ${this.kind===`file`?g`<p class="quiet">${D(`models.fileHint`)}</p>`:v}
        <label>${D(`models.name`)}<input name="title" data-testid="model-title" maxlength="120" autocomplete="off" /></label>
        <details>
          <summary data-testid="how">${D(`models.how`)}</summary>
          <div>
            ${Object.keys(X_).map(e=>this.choice(e))}
            <label>${D(`models.tiny`)}<input name="tiny_decoder" autocomplete="off" spellcheck="false" @change=${()=>this.again()} /></label>
          </div>
        </details>
        ${this.wrong()} ${this.kind===`hub`?v:this.weight()}
        ${this.fetching?this.progress(this.fetching):this.buttons()}
      </form>`}choice(e){let t=X_[e];return g`<label
      >${D(`models.${e}`)}
      <select name=${e} data-testid="choose-${e}" @change=${()=>this.again()}>
        ${t.map(t=>g`<option value=${t}>${D(`models.${e}.${t}`)}</option>`)}
      </select>
    </label>`}wrong(){let{problem:e}=this;return e?g`<div class="wrong" role="alert" data-testid="refused">
      ${e.message}
      ${e.expected?g`<small>${D(`models.expected`,{expected:e.expected})}</small>`:v}
      ${e.hint?g`<small>${e.hint}</small>`:v}
    </div>`:v}weight(){let{seen:e}=this;if(!e)return v;let t={need:H_(e.bytes_needed),free:H_(e.free_bytes)},{card:n}=e;return g`<div class="seen" role="status" data-testid="seen">
      <p><b>${n.family}</b> · ${n.size.width} × ${n.size.height} · ${n.placement?.dtype??``}</p>
      <p class=${e.fits?`fits`:`fitsnot`}>${D(e.fits?`models.fits`:`models.fitsNot`,t)}</p>
      ${e.fits?v:g`<p class="quiet">${D(`models.fitsNotHint`)}</p>`}
      ${e.going.length>0?g`<p class="quiet">${D(`models.going`,{names:e.going.join(`, `)})}</p>`:v}
      ${n.placement?.notes.map(e=>g`<p class="quiet">${O(e)}</p>`)}
      ${n.guesses.length>0?g`<p class="quiet">${D(`models.guessed`,{guesses:n.guesses.join(E()===`ja`?`、`:`, `)})}</p>`:v}
    </div>`}progress(e){return g`<rashin-progress
      data-testid="fetching"
      .words=${e.stage?D(`models.fetchingOf`,{stage:e.stage}):D(`models.fetching`)}
      .share=${e.progress>0?e.progress:null}
      @cancel=${()=>void A_(e.id)}
    ></rashin-progress>`}buttons(){return this.looking?g`<rashin-progress fixed .words=${D(`models.looking`)}></rashin-progress>`:g`<div class="ways"><button class="primary" data-testid="model-go">${D(this.kind===`hub`?`models.fetch`:this.seen?this.seen.fits?`models.addIt`:`models.addAnyway`:`models.look`)}</button></div>
      ${this.seen?g`<rashin-copy-call .call=${{path:`${B}/models`,body:this.wish}}></rashin-copy-call>`:v}`}};j([x()],Z_.prototype,`kind`,void 0),j([x({type:Boolean,attribute:`hub-allowed`})],Z_.prototype,`hubAllowed`,void 0),j([x({attribute:!1})],Z_.prototype,`act`,void 0),j([S()],Z_.prototype,`seen`,void 0),j([S()],Z_.prototype,`problem`,void 0),j([S()],Z_.prototype,`looking`,void 0),j([S()],Z_.prototype,`fetching`,void 0),j([C(`form`)],Z_.prototype,`form`,void 0),j([C(`#path`)],Z_.prototype,`path`,void 0),Z_=j([b(`rashin-model-add`)],Z_);var Q_=h`
  :host {
    display: block;
    background: var(--raised);
    border: 1px solid var(--line);
    border-radius: var(--radius);
    padding: 12px 14px 10px 16px;
  }
  .top {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    gap: 4px 14px;
    align-items: start;
  }
  h3 {
    font-size: 1.02rem;
    font-weight: 620;
    color: var(--ink);
    letter-spacing: -0.005em;
    overflow-wrap: anywhere;
  }
  .facts {
    display: flex;
    flex-wrap: wrap;
    gap: 2px 14px;
    margin: 3px 0 0;
    font-size: 0.86rem;
    color: var(--soft);
    font-variant-numeric: tabular-nums;
  }
  .state {
    display: inline-flex;
    align-items: center;
    gap: 7px;
    min-width: 5.6em;
  }
  i.dot {
    width: 9px;
    height: 9px;
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
  .failed {
    color: var(--accent);
  }
  .failed i.dot {
    background: var(--accent);
  }
  @keyframes pulse {
    to {
      opacity: 0.25;
    }
  }
  .ways {
    display: flex;
    gap: 6px;
    align-items: center;
  }
  .error {
    margin: 8px 0 0;
    padding-left: 10px;
    border-left: 3px solid var(--accent);
    font-size: 0.9rem;
    overflow-wrap: anywhere;
  }
  details {
    margin-top: 2px;
  }
  summary {
    display: inline-flex;
    align-items: center;
    min-height: 32px;
    cursor: pointer;
    font-size: 0.86rem;
    color: var(--soft);
    border-radius: 6px;
  }
  summary::before {
    content: "";
    width: 6px;
    height: 6px;
    margin: 0 9px 0 3px;
    border: solid currentColor;
    border-width: 0 1.6px 1.6px 0;
    transform: rotate(-45deg);
    transition: transform 0.12s;
  }
  details[open] > summary::before {
    transform: rotate(45deg);
  }
  summary:hover {
    color: var(--ink);
  }
  dl {
    display: grid;
    grid-template-columns: max-content minmax(0, 1fr);
    gap: 5px 18px;
    margin: 4px 0 10px;
    font-size: 0.88rem;
  }
  dt {
    color: var(--soft);
  }
  dd {
    margin: 0;
    overflow-wrap: anywhere;
    font-variant-numeric: tabular-nums;
  }
  .note {
    margin: 4px 0;
    font-size: 0.87rem;
    color: var(--soft);
    max-width: 68ch;
  }
  .loras {
    margin-top: 12px;
  }
  ul {
    list-style: none;
    display: flex;
    flex-wrap: wrap;
    gap: 6px;
    margin: 6px 0;
    padding: 0;
  }
  li {
    display: inline-flex;
    align-items: center;
    padding-left: 12px;
    border: 1px solid var(--line);
    border-radius: 20px;
    font-size: 0.88rem;
  }
  li button {
    min-width: 34px;
    min-height: 34px;
    border-radius: 50%;
  }
  form {
    display: flex;
    gap: 6px;
    max-width: 620px;
  }
  input {
    flex: 1;
    min-width: 0;
    min-height: 40px;
    padding: 0 12px;
    border: 1px solid var(--line);
    border-radius: var(--radius-small);
    background: var(--sunken);
  }
  @media (max-width: 620px) {
    .top {
      grid-template-columns: minmax(0, 1fr);
    }
    .ways {
      margin-top: 8px;
    }
    .ways > :first-child {
      flex: 1;
    }
  }
`,$_=class extends y{static{this.styles=[T,Q_]}constructor(){super(),this.act=e=>e(),this.problem=null,this.busy=!1,new A(this)}get title_(){let{card:e,id:t}=this.model;return e?O(e.title):t}async do(e){this.busy=!0,this.problem=null;try{return await this.act(e),!0}catch(e){return this.problem=z(e),!1}finally{this.busy=!1}}async addLora(e){e.preventDefault();let t=e.target.elements.namedItem(`path`),n=t.value.trim();n!==``&&await this.do(()=>I_(this.model.id,n))&&(t.value=``,this.tell(`lora`))}tell(e,t){this.dispatchEvent(new CustomEvent(e,{detail:t}))}render(){let{model:e}=this,{card:t,state:n}=e;return g`<div class="top">
        <div>
          <h3>${this.title_}</h3>
          <p class="facts">
            <span class="state ${n}" role="status" data-testid="state-${e.id}" data-state=${n}
              ><i class="dot"></i>${n===`ready`&&t?.resident?D(`models.resident`):D(`models.state.${n}`)}</span
            >
            ${e.bytes_needed?g`<span>${D(`models.needs`,{need:H_(e.bytes_needed)})}</span>`:v}
            ${t?g`<span>${t.family}</span><span>${t.size.width} × ${t.size.height}</span>`:v}
            <span>${this.origin()}</span>
          </p>
        </div>
        <div class="ways">${this.ways()}</div>
      </div>
      ${n===`failed`&&e.error?g`<p class="error">${e.error}</p>`:v}
      ${this.problem?g`<rashin-notice
              .problem=${this.problem}
              @dismiss=${()=>{this.problem=null}}
            ></rashin-notice>`:v}
      <details data-testid="details-${e.id}">
        <summary>${D(`models.details`)}${e.loras.length>0?` · ${D(`models.loras`)} ${e.loras.length}`:``}</summary>
        ${this.details()} ${e.removable?this.loras():v}
      </details>`}origin(){let e=__.find(e=>e===this.model.origin.kind);return D(e?`models.from.${e}`:`models.from.embedded`)}ways(){let{model:e}=this,t=e.card?.resident===!0;return g`${e.card?g`<a class="button" data-testid="draw-${e.id}" href="/studio?model=${encodeURIComponent(e.id)}"
            >${w(`brush`)}${D(`models.draw`)}</a
          >`:v}
    ${t||!e.card?v:e.state===`ready`?g`<button data-testid="unload-${e.id}" ?disabled=${this.busy} @click=${()=>void this.do(()=>F_(e.id))}>
            ${D(`models.unload`)}
          </button>`:g`<button
            data-testid="load-${e.id}"
            ?disabled=${this.busy||e.state===`loading`}
            @click=${()=>void this.do(()=>P_(e.id))}
          >
            ${D(`models.load`)}
          </button>`}
    ${e.removable?g`<button
          class="bare icon"
          data-testid="forget-${e.id}"
          title=${D(`models.forget`)}
          aria-label="${D(`models.forget`)}: ${this.title_}"
          @click=${()=>this.tell(`forget`,e)}
        >
          ${w(`trash`)}
        </button>`:v}`}details(){let{model:e}=this,{card:t}=e,n=(e,t)=>t?g`<dt>${e}</dt><dd>${t}</dd>`:v,r=t?.placement,i=r?[r.device,r.dtype,r.offload===`none`?``:D(`models.offloadPart`)]:[];return g`<dl>
        ${n(D(`models.place`),e.origin.name)}
        ${n(D(`models.licence`),t?e.removable?D(`models.licenceOwn`):t.licence:``)}
        ${n(D(`models.weights`),t?.weights??``)}
        ${n(D(`models.onDisk`),t?.weights_bytes?H_(t.weights_bytes):``)}
        ${n(D(`models.runs`),i.filter(e=>e!==``).join(` · `))}
      </dl>
      ${r?.notes.map(e=>g`<p class="note">${O(e)}</p>`)}
      ${t&&t.guesses.length>0?g`<p class="note">${D(`models.guessed`,{guesses:t.guesses.join(E()===`ja`?`、`:`, `)})}</p>`:v}`}loras(){let{model:e}=this;return g`<div class="loras">
      <h2>${D(`models.loras`)}</h2>
      ${e.loras.length===0?g`<p class="note">${D(`models.loraNone`)}</p>`:g`<ul>
            ${e.loras.map(e=>g`<li>
                ${e.title}<button
                  class="bare icon"
                  aria-label=${D(`models.loraForget`,{title:e.title})}
                  @click=${()=>this.tell(`forget-lora`,e)}
                >
                  ${w(`close`)}
                </button>
              </li>`)}
          </ul>`}
      <form @submit=${e=>void this.addLora(e)}>
        <input
          name="path"
          data-testid="lora-path-${e.id}"
          placeholder=${D(`models.loraPath`)}
          aria-label=${D(`models.loraPath`)}
          autocomplete="off"
          spellcheck="false"
          required
        />
        <button ?disabled=${this.busy}>${D(`models.loraAdd`)}</button>
      </form>
    </div>`}};j([x({attribute:!1})],$_.prototype,`model`,void 0),j([x({attribute:!1})],$_.prototype,`act`,void 0),j([S()],$_.prototype,`problem`,void 0),j([S()],$_.prototype,`busy`,void 0),$_=j([b(`rashin-model-row`)],$_);var ev=t({ModelsPage:()=>nv,page:()=>rv}),tv=e=>e.card?O(e.card.title):e.id,nv=class extends y{static{this.styles=[T,h`
      :host {
        display: grid;
        grid-template-columns: minmax(0, 1fr) 360px;
        gap: 14px 28px;
        align-content: start;
        grid-auto-rows: max-content;
        height: 100%;
        overflow-y: auto;
        scrollbar-gutter: stable;
        padding: 14px 20px 90px;
        max-width: 1500px;
        margin: 0 auto;
      }
      header {
        grid-column: 1 / -1;
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 6px 24px;
        min-height: 44px;
      }
      h1 {
        margin: 0;
        font-size: 1.2rem;
        letter-spacing: -0.01em;
      }
      rashin-memory-bar {
        flex: 1 1 260px;
        max-width: 620px;
        margin-left: auto;
      }
      header button {
        display: none;
      }
      rashin-notice {
        grid-column: 1 / -1;
      }
      .list {
        display: flex;
        flex-direction: column;
        gap: 10px;
        min-width: 0;
      }
      .ghost {
        height: 74px;
        border: 1px solid var(--line);
        border-radius: var(--radius);
        background: var(--sunken);
      }
      aside {
        position: sticky;
        top: 0;
        align-self: start;
      }
      aside h2 {
        margin-bottom: 8px;
      }
      @media (max-width: 900px) {
        :host {
          grid-template-columns: minmax(0, 1fr);
          padding: 10px 12px 60px;
          scrollbar-gutter: auto;
        }
        header {
          display: grid;
          grid-template-columns: minmax(0, 1fr) auto;
        }
        header button {
          display: inline-flex;
        }
        rashin-memory-bar {
          grid-column: 1 / -1;
          max-width: none;
          width: 100%;
        }
        aside {
          position: static;
          border-top: 1px solid var(--line);
          padding-top: 16px;
          margin-top: 8px;
        }
      }
    `]}constructor(){super(),this.problem=null,this.kind=`folder`,this.watch=new G_(this,e=>{this.problem=z(e)}),this.act=e=>this.watch.after(e),new A(this)}connectedCallback(){super.connectedCallback();let e=new URLSearchParams(location.search).get(`kind`);this.kind=__.find(t=>t===e)??`folder`}choose(e){this.kind=e,ha(e===`folder`?``:`kind=${e}`)}async forget(e){let t=tv(e);await this.confirm.ask({title:()=>D(`models.forgetAsk`,{title:t}),body:()=>D(e.origin.kind===`hub`?`models.forgetHubBody`:`models.forgetBody`),yes:()=>D(`models.forget`)})&&(await this.try(()=>N_(e.id)),this.problem||this.toast.show(()=>D(`models.forgotten`,{title:t}),null))}async forgetLora(e,t){await this.confirm.ask({title:()=>D(`models.loraForget`,{title:t.title}),body:()=>D(`models.loraForgetBody`),yes:()=>D(`models.forget`)})&&await this.try(()=>L_(e.id,t.id))}async try(e){this.problem=null;try{await this.act(e)}catch(e){this.problem=z(e)}}added(e){this.toast.show(()=>D(`models.added`,{title:tv(e)}),null),this.updateComplete.then(()=>this.renderRoot.querySelector(`#model-${CSS.escape(e.id)}`)?.scrollIntoView({block:`nearest`}))}toAdding(){this.aside.scrollIntoView({behavior:`smooth`,block:`start`})}render(){let{shelf:e}=this.watch;return g`<header>
        <h1>${D(`models.title`)}</h1>
        <button @click=${()=>this.toAdding()}>${w(`plus`)}${D(`models.add`)}</button>
        <rashin-memory-bar .shelf=${e}></rashin-memory-bar>
      </header>
      ${this.problem?g`<rashin-notice
              .problem=${this.problem}
              @dismiss=${()=>{this.problem=null}}
            ></rashin-notice>`:v}
      <section class="list" data-testid="models" aria-label=${D(`models.title`)}>
        ${e?$t(e.items,e=>e.id,e=>this.row(e)):[1,2,3].map(()=>g`<div class="ghost"></div>`)}
      </section>
      <aside>
        <h2>${D(`models.add`)}</h2>
        <rashin-model-add
          .kind=${this.kind}
          ?hub-allowed=${e?.hub_allowed??!1}
          .act=${this.act}
          @kind=${e=>this.choose(e.detail)}
          @added=${e=>this.added(e.detail)}
        ></rashin-model-add>
      </aside>
      <rashin-confirm></rashin-confirm>
      <rashin-toast></rashin-toast>`}row(e){return g`<rashin-model-row
      id="model-${e.id}"
      data-testid="model-${e.id}"
      .model=${e}
      .act=${this.act}
      @forget=${()=>void this.forget(e)}
      @forget-lora=${t=>void this.forgetLora(e,t.detail)}
      @lora=${()=>this.toast.show(()=>D(`models.loraAdded`),null)}
    ></rashin-model-row>`}};j([S()],nv.prototype,`problem`,void 0),j([S()],nv.prototype,`kind`,void 0),j([C(`rashin-toast`)],nv.prototype,`toast`,void 0),j([C(`rashin-confirm`)],nv.prototype,`confirm`,void 0),j([C(`aside`)],nv.prototype,`aside`,void 0),nv=j([b(`models-page`)],nv);var rv={path:`/models`,title:`nav.models`,order:8,icon:`chip`,headed:!0,mount(e){let t=document.createElement(`models-page`);return e.append(t),()=>t.remove()}},iv=[{expression:`"grinning cat, noto style" - "grinning face, noto style" + "crying face, noto style"`,mode:`pictures`},{expression:`"prince, noto style" - "man, noto style" + "woman, noto style"`,mode:`pictures`},{expression:`"cat face, noto style" + 0.9 * dir("cat-dog")`,mode:`pictures`},{expression:`"red heart, noto style" + dir("red-blue")`,mode:`pictures`},{expression:`slerp("grinning face, noto style", "crying face, noto style", 0.5)`,mode:`pictures`},{expression:`"old man, noto style" + 1.2 * remove(dir("gender"), dir("age"))`,mode:`pictures`},{expression:`slerp(noise(7), noise(8), 0.4)`,mode:`pictures`},{expression:`"king" - "man" + "woman"`,mode:`words`},{expression:`"smiling cat" - "smile" + "face"`,mode:`words`},{expression:`"Paris" - "France" + "Japan"`,mode:`words`}],av=iv[0]??{expression:`"cat"`,mode:`pictures`},ov=e=>e.replaceAll(`, noto style`,``);function sv(e){let t=new URLSearchParams(e),n=t.get(`e`),r=Number(t.get(`seed`)??7),i=t.get(`as`);return{expression:n??av.expression,model:t.get(`model`),mode:i===`words`||i===`pictures`?i:av.mode,seed:Number.isSafeInteger(r)&&r>=0?r:7}}function cv(e){let t=new URLSearchParams({e:e.expression});return e.model!==null&&t.set(`model`,e.model),e.mode!==av.mode&&t.set(`as`,e.mode),e.seed!==7&&t.set(`seed`,String(e.seed)),t.toString()}var lv=class extends y{static{this.styles=[T,h`
      :host {
        display: flex;
        gap: 7px;
        flex-wrap: wrap;
        align-items: center;
      }
      button {
        border-radius: 20px;
        font-weight: 450;
        font-size: 0.84rem;
        font-family: ui-monospace, "SFMono-Regular", Menlo, Consolas, "Noto Sans Mono CJK JP", monospace;
        max-width: 100%;
      }
      span {
        overflow: hidden;
        text-overflow: ellipsis;
        white-space: nowrap;
      }
      @media (max-width: 900px) {
        :host {
          flex-wrap: nowrap;
          overflow-x: auto;
          scrollbar-width: none;
          margin: 0 -14px;
          padding: 2px 14px;
        }
        button {
          flex: none;
        }
      }
    `]}constructor(){super(),new A(this)}render(){return g`<h2>${D(`playground.examples`)}</h2>
      ${iv.map(e=>g`<button
            data-testid="example"
            @click=${()=>this.dispatchEvent(new CustomEvent(`use`,{detail:e}))}
          >
            ${w(e.mode===`words`?`pen`:`image`)}<span>${ov(e.expression)}</span>
          </button>`)}`}};lv=j([b(`rashin-expression-examples`)],lv);var uv=class extends y{static{this.styles=[T,h`
      :host {
        display: block;
      }
      h2 {
        margin-bottom: 9px;
      }
      ul {
        list-style: none;
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: 4px;
        margin: 0;
        padding: 0;
        max-height: 260px;
        overflow: auto;
      }
      button {
        width: 100%;
        justify-content: flex-start;
        border: 0;
        background: none;
        font-weight: 400;
        padding: 2px 6px;
      }
      img,
      i {
        width: 34px;
        height: 34px;
        border-radius: 9px;
        background: var(--sunken);
        flex: none;
        display: grid;
        place-items: center;
        color: var(--faint);
      }
      code {
        min-width: 0;
        overflow: hidden;
        text-overflow: ellipsis;
        white-space: nowrap;
        font-size: 0.86rem;
      }
    `]}constructor(){super(),this.used=[],this.tried=[],new A(this)}rows(){let e=new Set(this.used.map(e=>e.expression));return[...this.used.map(({expression:e,image:t})=>({expression:e,image:t,mode:`pictures`})),...this.tried.filter(t=>!e.has(t.expression)).map(e=>({...e,image:null}))]}render(){let e=this.rows();return g`<h2>${D(`playground.history`)}</h2>
      ${e.length===0?g`<p class="quiet">${D(`playground.noHistory`)}</p>`:g`<ul data-testid="past">
            ${e.map(e=>g`<li>
                  <button @click=${()=>this.dispatchEvent(new CustomEvent(`use`,{detail:e}))}>
                    ${e.image?g`<img src=${e.image} alt="" loading="lazy" />`:g`<i>${w(e.mode===`words`?`pen`:`image`)}</i>`}
                    <code>${e.expression}</code>
                  </button>
                </li>`)}
          </ul>`}`}};j([x({attribute:!1})],uv.prototype,`used`,void 0),j([x({attribute:!1})],uv.prototype,`tried`,void 0),uv=j([b(`rashin-expression-history`)],uv);var dv=class extends y{constructor(...e){super(...e),this.picture=null,this.label=``,this.url=``}static{this.styles=h`
    :host {
      display: block;
      aspect-ratio: 1;
      border-radius: 16%;
      overflow: hidden;
      background: var(--sunken);
    }
    img {
      display: block;
      width: 100%;
      height: 100%;
      object-fit: contain;
      background: #fff;
    }
  `}disconnectedCallback(){super.disconnectedCallback(),URL.revokeObjectURL(this.url),this.url=``}willUpdate(e){(e.has(`picture`)||this.url===``)&&this.picture&&(URL.revokeObjectURL(this.url),this.url=URL.createObjectURL(this.picture))}render(){return this.url===``?v:g`<img src=${this.url} alt=${this.label} />`}};j([x({attribute:!1})],dv.prototype,`picture`,void 0),j([x()],dv.prototype,`label`,void 0),j([S()],dv.prototype,`url`,void 0),dv=j([b(`rashin-blob-picture`)],dv);var fv=class extends y{static{this.styles=[T,h`
      :host {
        display: block;
      }
      ol {
        list-style: none;
        margin: 0;
        padding: 0;
        display: grid;
        grid-template-columns: repeat(auto-fill, minmax(150px, 1fr));
        gap: 10px;
      }
      :host([words]) ol {
        grid-template-columns: repeat(auto-fill, minmax(190px, 1fr));
      }
      li {
        min-width: 0;
      }
      button {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        align-content: start;
        gap: 8px;
        width: 100%;
        height: 100%;
        min-height: 0;
        padding: 8px;
        text-align: left;
        border-radius: 12px;
        font-weight: 400;
      }
      .pair {
        display: grid;
        grid-template-columns: minmax(0, 1fr) auto minmax(0, 1fr);
        align-items: center;
        gap: 3px;
        min-height: 132px;
        color: var(--faint);
      }
      .one {
        display: grid;
        justify-content: center;
        align-items: center;
        min-height: 132px;
      }
      .one rashin-blob-picture {
        width: 132px;
      }
      code {
        font-size: 0.86rem;
        overflow-wrap: anywhere;
        display: -webkit-box;
        -webkit-line-clamp: 3;
        -webkit-box-orient: vertical;
        overflow: hidden;
      }
      small {
        color: var(--soft);
        font-size: 0.78rem;
      }
      .words {
        margin: 0;
        min-height: 58px;
        font-size: 0.9rem;
        color: var(--ink);
      }
      .words i {
        font-style: normal;
        color: var(--faint);
        font-size: 0.78rem;
      }
    `]}constructor(){super(),this.parts=[],this.source=``,this.pictures=null,this.near=null,this.drawn=0,new A(this)}look(e){this.dispatchEvent(new CustomEvent(`look`,{detail:e}))}render(){let e=this.parts.slice(1);return this.toggleAttribute(`words`,this.near!==null),g`<ol data-testid="parts">
      ${e.map(e=>g`<li>
            <button
              data-testid="part"
              title=${D(`playground.usePart`)}
              @pointerenter=${()=>this.look(e)}
              @pointerleave=${()=>this.look(null)}
              @focus=${()=>this.look(e)}
              @blur=${()=>this.look(null)}
              @click=${()=>this.dispatchEvent(new CustomEvent(`part`,{detail:this.written(e)}))}
            >
              ${this.near?this.words(e):this.picture(e)}
              <code>${this.written(e)}</code>
              <small>${D(e.kind===`point`?`playground.point`:`playground.direction`)}</small>
            </button>
          </li>`)}
    </ol>`}written(e){let{source:t}=this;return t.slice(Yd(t,e.start),Yd(t,e.end))||e.expression}picture(e){let[t,n]=e.shows.map(e=>this.pictures?.of(e)??null),r=e.expression;return e.kind===`point`?g`<span class="one"><rashin-blob-picture .picture=${t} .label=${r}></rashin-blob-picture></span>`:g`<span class="pair">
      <rashin-blob-picture .picture=${t} label=${D(`playground.before`,{part:r})}></rashin-blob-picture>
      <span aria-hidden="true">→</span>
      <rashin-blob-picture .picture=${n} label=${D(`playground.after`,{part:r})}></rashin-blob-picture>
    </span>`}words(e){let t=this.near?.get(e.expression);return g`<p class="words">
      ${t?t.map((e,t)=>g`${t>0?`, `:v}${e.text} <i>${e.score.toFixed(2)}</i>`):g`<span class="quiet">…</span>`}
    </p>`}};j([x({attribute:!1})],fv.prototype,`parts`,void 0),j([x()],fv.prototype,`source`,void 0),j([x({attribute:!1})],fv.prototype,`pictures`,void 0),j([x({attribute:!1})],fv.prototype,`near`,void 0),j([x({type:Number})],fv.prototype,`drawn`,void 0),fv=j([b(`rashin-expression-parts`)],fv);var pv=class extends y{static{this.styles=[T,h`
      :host {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        justify-items: center;
        gap: 12px;
      }
      rashin-picture {
        width: min(340px, 100%);
      }
      .pair {
        display: grid;
        grid-template-columns: minmax(0, 1fr) auto minmax(0, 1fr);
        gap: 12px;
        align-items: center;
        width: min(460px, 100%);
        min-height: 240px;
        font-size: 1.5rem;
        color: var(--faint);
      }
      .acts {
        display: flex;
        flex-wrap: wrap;
        gap: 7px;
        justify-content: center;
        min-height: 40px;
      }
      .acts a.button,
      .acts button {
        font-size: 0.86rem;
      }
      @media (max-width: 900px) {
        rashin-picture {
          width: min(260px, 100%);
        }
      }
    `]}constructor(){super(),this.apart=null,this.card=null,this.pictures=null,this.drawn=0,this.place=null,this.wrong=!1,this.kept=!1,this.shown=null,new A(this)}updated(e){let t=this.apart?.parts[0],n=t?.kind===`point`?t.shows[0]:void 0,r=n?this.pictures?.of(n)??null:null;r&&r!==this.shown&&(this.shown=r,this.picture.show(r))}render(){let{apart:e,card:t,place:n}=this,r=e?.parts[0],i=r?.kind===`direction`?r:null,a=e?.recipe??null;return g`<rashin-picture ?hidden=${i!==null} .label=${e?.expression??``}></rashin-picture>
      ${i?this.pair(i):v}
      <div class="acts">
        <button
          class="primary"
          data-testid="keep"
          ?disabled=${!a||this.wrong}
          @click=${()=>this.dispatchEvent(new Event(`keep`))}
        >
          ${w(this.kept?`check`:`star`)}${D(this.kept?`playground.kept`:`playground.keep`)}
        </button>
        ${a&&t?g`<a class="button" data-testid="studio" href=${_d(a,t)}
              >${w(`brush`)}${D(`playground.studio`)}</a
            >`:v}
        ${n?g`<a class="button" data-testid="on-map" href="/?map=${n.map}&n=${n.n}"
              >${w(`chart`)}${D(`playground.onMap`)}</a
            >`:v}
        <rashin-copy-call .call=${a?{path:`/api/v1/renders`,body:{recipe:a}}:null}></rashin-copy-call>
        <span class="off" role="status">${this.kept?D(`playground.kept`):``}</span>
      </div>`}pair(e){let[t,n]=e.shows.map(e=>this.pictures?.of(e)??null),r=e.expression;return g`<div class="pair">
        <rashin-blob-picture .picture=${t} label=${D(`playground.before`,{part:r})}></rashin-blob-picture>
        <span aria-hidden="true">→</span>
        <rashin-blob-picture .picture=${n} label=${D(`playground.after`,{part:r})}></rashin-blob-picture>
      </div>
      <p class="quiet">${D(`playground.resultDirection`)}</p>`}};j([x({attribute:!1})],pv.prototype,`apart`,void 0),j([x({attribute:!1})],pv.prototype,`card`,void 0),j([x({attribute:!1})],pv.prototype,`pictures`,void 0),j([x({type:Number})],pv.prototype,`drawn`,void 0),j([x({attribute:!1})],pv.prototype,`place`,void 0),j([x({type:Boolean})],pv.prototype,`wrong`,void 0),j([x({type:Boolean})],pv.prototype,`kept`,void 0),j([C(`rashin-picture`)],pv.prototype,`picture`,void 0),pv=j([b(`rashin-expression-result`)],pv);var mv=class extends y{static{this.styles=[T,h`
      :host {
        display: block;
        container-type: inline-size;
      }
      .columns {
        display: grid;
        grid-template-columns: minmax(0, 1.5fr) repeat(auto-fit, minmax(104px, 1fr));
        gap: 14px;
        min-height: 330px;
        align-content: start;
        transition: opacity 0.15s;
        isolation: isolate;
      }
      .waiting {
        opacity: 0.55;
      }
      section {
        min-width: 0;
      }
      h3 {
        display: flex;
        gap: 6px;
        min-height: 34px;
        align-items: end;
        padding-bottom: 5px;
        border-bottom: 1px solid var(--line);
        font-size: 0.78rem;
        overflow-wrap: anywhere;
      }
      section.result h3 {
        color: var(--ink);
      }
      ol {
        list-style: none;
        margin: 6px 0 0;
        padding: 0;
        display: grid;
        gap: 2px;
      }
      li {
        position: relative;
        display: flex;
        align-items: center;
        justify-content: space-between;
        gap: 8px;
        min-height: 30px;
        padding: 2px 6px;
        font-size: 0.9rem;
        min-width: 0;
      }
      li span {
        min-width: 0;
        overflow: hidden;
        text-overflow: ellipsis;
        white-space: nowrap;
      }
      .result li:first-child span {
        font-weight: 600;
        font-size: 1.02rem;
      }
      li i {
        font-style: normal;
        font-size: 0.78rem;
        color: var(--faint);
        font-variant-numeric: tabular-nums;
      }
      li svg {
        position: absolute;
        inset: 2px 0;
        width: 100%;
        height: calc(100% - 4px);
        z-index: -1;
        fill: color-mix(in srgb, var(--good) 16%, transparent);
      }
      li.also span {
        color: var(--soft);
      }
      li.also span::after {
        content: " ●";
        font-size: 0.6rem;
        color: var(--warn);
        vertical-align: 1px;
      }
      .columns.pictures {
        min-height: 228px;
      }
      .pictures li.also::after {
        content: "●";
        position: absolute;
        right: -2px;
        top: -5px;
        font-size: 0.72rem;
        color: var(--warn);
      }
      .pictures ol {
        grid-template-columns: repeat(auto-fill, minmax(52px, 1fr));
        gap: 7px;
      }
      .pictures section:not(.result) ol {
        grid-template-columns: repeat(auto-fill, minmax(38px, 1fr));
      }
      .pictures li {
        padding: 0;
      }
      .pictures a {
        display: block;
        width: 100%;
        border-radius: 22%;
      }
      @container (max-width: 420px) {
        .columns {
          grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
        }
        .result {
          grid-column: 1 / -1;
        }
        section:not(.result) li:nth-child(n + 7) {
          display: none;
        }
      }
      p {
        margin: 10px 0 0;
        font-size: 0.82rem;
        color: var(--soft);
      }
      p i {
        font-style: normal;
        color: var(--warn);
      }
    `]}constructor(){super(),this.near=null,this.map=null,this.waiting=!1,new A(this)}render(){let{near:e}=this,t=e?.among===`words`,n=new Map;for(let t of e?.baselines??[])for(let[e,r]of t.items.entries()){let t=r.n??r.text;n.set(t,Math.min(e,n.get(t)??e))}let r=(e,t)=>(n.get(e.n??e.text)??1/0)<=t,i=e?.items.some(r)??!1;return g`<div
        class="columns ${t?``:`pictures`} ${this.waiting?`waiting`:``}"
        aria-busy=${this.waiting}
        data-testid="near"
      >
        <section class="result">
          <h3>${D(t?`playground.nearWords`:`playground.nearPictures`)}</h3>
          <ol data-testid="near-result">
            ${e?.items.map((e,n)=>this.item(e,t,r(e,n)))}
          </ol>
        </section>
        ${e?.baselines.map(e=>g`<section data-testid=${e.name}>
              <h3 title=${D(`playground.${e.name}`)}>${D(`playground.only`,{part:e.expression})}</h3>
              <ol>${e.items.map(e=>this.item(e,t,!1))}</ol>
            </section>`)}
      </div>
      <p ?hidden=${!e||e.baselines.length===0}>
        ${i?g`<i>●</i> ${D(`playground.alsoAlone`)}`:D(`playground.noneAlone`)}
      </p>`}item(e,t,n){let r=e.score.toFixed(2);if(t)return g`<li class=${n?`also`:``} title=${n?D(`playground.alsoAlone`):``}>
        <svg viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
          <rect width=${Math.max(0,Math.min(1,e.score))*100} height="10"></rect></svg
        ><span>${e.text}</span><i>${r}</i>
      </li>`;let i=e.title?O(e.title):``;return g`<li class=${n?`also`:``} title="${i} ${r}">
      <a href="/?map=${this.near?.among}&n=${e.n}" aria-label=${i}
        >${this.map?g`<rashin-thumb .map=${this.map} .n=${e.n??0}></rashin-thumb>`:v}</a
      >
    </li>`}};j([x({attribute:!1})],mv.prototype,`near`,void 0),j([x({attribute:!1})],mv.prototype,`map`,void 0),j([x({type:Boolean})],mv.prototype,`waiting`,void 0),mv=j([b(`rashin-near-list`)],mv);var hv=h`
  :host {
    display: grid;
    grid-template-columns: minmax(0, 1.25fr) minmax(380px, 1fr);
    gap: 22px 28px;
    align-content: start;
    max-width: 1560px;
    margin: 0 auto;
    padding: 20px 24px 40px;
  }
  .column {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 18px;
    align-content: start;
    min-width: 0;
  }
  .write {
    display: grid;
    gap: 12px;
  }
  .top {
    display: flex;
    flex-wrap: wrap;
    gap: 8px 14px;
    align-items: center;
    min-height: 40px;
  }
  .top select,
  .top input {
    min-height: 40px;
    border: 1px solid var(--line);
    border-radius: var(--radius-small);
    background: var(--raised);
    padding: 0 9px;
  }
  .top input {
    width: 86px;
  }
  .top label {
    display: flex;
    align-items: center;
    gap: 7px;
    font-size: 0.83rem;
    color: var(--soft);
  }
  .top .seed {
    display: flex;
    gap: 4px;
    margin-left: auto;
  }
  .modes {
    display: flex;
    border: 1px solid var(--line);
    border-radius: var(--radius-small);
    background: var(--sunken);
    padding: 2px;
  }
  .modes button {
    border: 0;
    min-height: 36px;
    background: none;
    border-radius: 7px;
  }
  .modes button[aria-pressed="true"] {
    background: var(--ink);
    color: var(--surface);
  }
  .said {
    min-height: 54px;
    margin: 8px 2px 0;
    font-size: 0.9rem;
    display: grid;
    gap: 2px;
    align-content: start;
    overflow-wrap: anywhere;
  }
  .said[role="alert"] b {
    color: var(--accent);
    font-weight: 600;
  }
  .said b {
    display: -webkit-box;
    -webkit-line-clamp: 2;
    -webkit-box-orient: vertical;
    overflow: hidden;
  }
  .said button {
    display: inline-block;
    min-height: 28px;
    padding: 0 9px;
    font-size: 0.86rem;
    max-width: 100%;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
    vertical-align: middle;
  }
  .card {
    background: var(--surface);
    border: 1px solid var(--line);
    border-radius: var(--radius);
    padding: 16px;
  }
  .under {
    margin-top: 12px;
  }
  /* Half-written expressions are wrong all the time: only a lasting mistake dims what was there. */
  .stale {
    opacity: 0.5;
    transition: opacity 0.3s 0.7s;
  }
  .parts {
    min-height: 240px;
  }
  .title {
    display: flex;
    justify-content: space-between;
    align-items: baseline;
    gap: 10px;
    margin-bottom: 9px;
  }
  @media (max-width: 900px) {
    :host {
      grid-template-columns: minmax(0, 1fr);
      padding: 14px 14px 32px;
      gap: 16px;
    }
    .keys {
      display: none;
    }
    .said {
      min-height: 40px;
    }
    .top {
      display: grid;
      grid-template-columns: auto minmax(0, 1fr);
    }
    .top label span {
      position: absolute;
      clip-path: inset(50%);
    }
    .top .model {
      grid-row: 2;
      grid-column: 1 / -1;
    }
    .top select {
      width: 100%;
    }
    .column {
      display: contents;
    }
    .near {
      order: 1;
    }
    .parts {
      order: 2;
    }
    .examples {
      order: 3;
    }
    .history {
      order: 4;
    }
  }
`,gv=3,_v=200,vv=class{constructor(e,t,n){this.name=e,this.changed=t,this.failed=n,this.pictures=new Map,this.drawing=new Map,this.waiting=[],this.recipes=new Map}open(){for(let e=0;e<gv;e+=1){let t=`${this.name}-${e}`;G().watch(t,{frame:e=>{let n=this.drawing.get(t);n&&e.final&&this.keep(n,new Blob([e.picture],{type:e.mime}))},done:()=>this.next(t),failed:e=>{this.failed(e),this.next(t)}})}}close(){for(let e=0;e<gv;e+=1)G().forget(`${this.name}-${e}`);this.drawing.clear(),this.waiting=[]}of(e){return this.pictures.get(JSON.stringify(e))??null}want(e){let t=new Set(this.drawing.values());this.waiting=[];for(let n of e){let e=JSON.stringify(n);this.pictures.has(e)||t.has(e)||this.waiting.includes(e)||(this.recipes.set(e,n),this.waiting.push(e))}for(let e=0;e<gv;e+=1){let t=`${this.name}-${e}`;this.drawing.has(t)||this.next(t)}}next(e){this.drawing.delete(e);let t=this.waiting.shift(),n=t===void 0?void 0:this.recipes.get(t);t!==void 0&&n&&(this.drawing.set(e,t),G().ask(e,n))}keep(e,t){this.recipes.delete(e),this.pictures.set(e,t);let n=this.pictures.keys().next().value;this.pictures.size>_v&&n!==void 0&&this.pictures.delete(n),this.changed()}},yv=`rashin.expressions`,bv=40;function xv(){try{let e=JSON.parse(localStorage.getItem(yv)??`[]`);return Array.isArray(e)?e.filter(e=>typeof e?.expression==`string`&&(e.mode===`words`||e.mode===`pictures`)):[]}catch{return[]}}function Sv(e){let t=[e,...xv().filter(t=>t.expression!==e.expression)].slice(0,bv);return localStorage.setItem(yv,JSON.stringify(t)),t}var Cv=12,wv=3,Tv=class{constructor(e,t){this.host=e,this.failed=t,this.near=null,this.parts=new Map,this.map=null,this.waiting=!1,this.asking=new AbortController,e.addController(this)}hostDisconnected(){this.asking.abort()}async follow(e){this.asking.abort(),this.asking=new AbortController;let{signal:t}=this.asking;this.say({waiting:!0});try{await this.ask(e,t)}catch(e){t.aborted||this.failed(z(e))}t.aborted||this.say({waiting:!1})}async ask({apart:e,model:t,mode:n,seed:r},i){let a=n===`words`||e.kind===`direction`?`words`:`pictures`,o=a===`words`?{language:E()}:{},s=(e,n)=>qd({expression:e,model:t,among:a,k:n,recipe:{seed:r},...o},i),c=await s(e.expression,Cv);this.say({near:c}),n===`words`?await this.askParts(e.parts.slice(1),s,i):a===`pictures`&&this.map?.id!==c.among&&this.say({map:await Wi(c.among)})}async askParts(e,t,n){let r=new Map;this.say({parts:r});for(let i of e)if(!r.has(i.expression)){if(r.set(i.expression,(await t(i.expression,wv)).items),n.aborted)return;this.say({parts:new Map(r)})}}say(e){Object.assign(this,e),this.host.requestUpdate()}},Ev=[[/^(.+): two points cannot be added$/,`$1：点と点は足せません`],[/^(.+): a number and a (?:point|direction).* cannot be added$/,`$1：数と点や方向は足せません`],[/^(.+): a point cannot be taken from a direction$/,`$1：方向から点は引けません`],[/^(.+): a .+ and a .+ cannot be multiplied$/,`$1：この二つは掛けられません`],[/^(.+): a .+ and a .+ do not mix$/,`$1：別の空間のものは混ぜられません`],[/^the end was not expected at character (\d+)$/,`式が途中で終わっています（$1文字目）`],[/^(.+) was not expected at character (\d+)$/,`$2文字目の $1 はここに書けません`],[/^there is no operation called (.+)$/,`$1 という関数はありません`],[/^(\S+) has no direction called (.+)$/,`$1 に $2 という方向はありません`],[/^(\S+) has no inversion called (.+)$/,`$1 に $2 という反転方法はありません`],[/^(\S+) has no place for words$/,`$1 では言葉を使えません`],[/^(\S+) has no place for noise$/,`$1 ではノイズを使えません`],[/^(\S+) has no place for pictures$/,`$1 では画像を使えません`],[/^(\S+) has no place for directions$/,`$1 では方向を使えません`],[/^nothing is called (@.+)$/,`$1 というものはありません`],[/^(@.+) could be several things$/,`$1 に当てはまるものがいくつもあります`],[/^(@.+) is a group of (\d+) points, not one point$/,`$1 は$2個の点のグループで、一つの点ではありません`],[/^(@.+) is an uploaded picture$/,`$1 はアップロードされた画像です`],[/^(@.+) is empty$/,`$1 は空です`],[/^(@.+) has no picture$/,`$1 に画像はありません`],[/^(@.+) was made without words$/,`$1 は言葉なしで作られました`],[/^that is a number, not a point$/,`これは数で、点ではありません`],[/^(\w+): (.+) is a (?:point|direction).*, not a point$/,`$1：$2 は点ではありません`],[/^(\w+): (.+) is a (?:point|direction|number).*, not a direction$/,`$1：$2 は方向ではありません`],[/^(\w+) takes (\d+) point or direction, not (\d+)$/,`$1 には点や方向が$2個要ります（今は$3個）`],[/^(\w+) takes at least one point or direction, not 0$/,`$1 には点や方向が一つ以上要ります`],[/^(\w+): (\d+) points but (\d+) weights$/,`$1：点は$2個、重みは$3個です`],[/^(.+) is given twice$/,`$1 が二度指定されています`],[/^(.+) is too large a number$/,`$1 は大きすぎます`],[/^this expression is nested too deeply$/,`入れ子が深すぎます`],[/^this expression has too many parts$/,`部分が多すぎます`],[/^words cannot be compared with (.+)$/,`$1 は言葉と比べられません`],[/^these two cannot be added$/,`この二つは足せません`],[/^this has no length$/,`長さがありません`],[/^close the quotation mark$/,`引用符を閉じてください`],[/^close the bracket$/,`括弧を閉じてください`],[/^a sign or a comma is missing before it$/,`前に記号か読点がありません`],[/^write more of its id$/,`IDをもう少し長く書いてください`],[/^multiply a direction by the number$/,`数は方向に掛けてください`],[/^points cannot be scaled; take a direction, such as a - b, or dir\(…\)$/,`点は何倍にもできません。a - b や dir(…) のような方向を使ってください`],[/^a direction leads from one point to another: a - b, or dir\(…\)$/,`方向は点から点へ：a - b または dir(…)`],[/^add it to a point: (.+)$/,`点に足してください：$1`],[/^two prompts make one: (.+)$/,`二つの言葉で方向を作れます：$1`],[/^for example (.+?) or (.+)$/,`例：$1、$2`],[/^a group, or the first digits of a render's id or of an upload's hash$/,`グループ名、または画像のIDの先頭`],[/^look for pictures instead$/,`画像のほうで調べてください`],[/^two equal points have no direction between$/,`同じ点の間に方向はありません`]];function Dv(e,t){if(t!==`ja`)return e;for(let[t,n]of Ev)if(t.test(e))return e.replace(t,n);return e}var Ov=200;function kv(e,t,n,r){return e?g`<p id="problem" class="said" role="alert" data-testid="wrong">
    <b>${Dv(e.message,E())}</b>
    ${Av(e,t,r)}
  </p>`:g`<p id="problem" class="said quiet"><span class="keys">${D(n===`words`?`playground.keysWords`:`playground.keys`)}</span></p>`}function Av(e,t,n){let{fix:r,hint:i,expected:a}=e;if(r&&r.text.length<Ov){let e=Qd(t,r),a=i.startsWith(`did you mean`);return g`<span class="quiet"
      >${a?D(`playground.better`):Dv(i,E())}
      <button data-testid="better" @click=${()=>n(e)}>
        ${a?r.text:e}
      </button></span
    >`}let o=i===``?``:Dv(i,E()),s=a===``?``:D(`playground.expected`,{what:a});return g`<span class="quiet">${o||s}</span>`}var jv=140;function Mv(e,t,n,r){let i=t=>g`<button
      data-testid="mode-${t}"
      aria-pressed=${e.mode===t}
      @click=${()=>r({mode:t})}
    >
      ${D(`playground.${t}`)}
    </button>`;return g`<div class="top">
    <div class="modes" role="group" aria-label=${D(`playground.mode`)}>${i(`pictures`)}${i(`words`)}</div>
    ${t.length>1?Nv(t,n,r):v}
    ${e.mode===`pictures`?Pv(e.seed,r):v}
  </div>`}var Nv=(e,t,n)=>g`<label class="model"
    ><span>${D(`playground.model`)}</span>
    <select
      data-testid="model"
      @change=${e=>n({model:e.target.value})}
    >
      ${e.map(e=>g`<option value=${e.id} .selected=${e.id===t?.id}>${O(e.title)}</option>`)}
    </select></label
  >`,Pv=(e,t)=>g`<div class="seed">
    <label
      ><span>${D(`playground.seed`)}</span>
      <input
        type="number"
        min="0"
        data-testid="seed"
        .value=${String(e)}
        @input=${e=>{let n=e.target.valueAsNumber;Number.isSafeInteger(n)&&n>=0&&t({seed:n},jv)}}
    /></label>
    <button
      class="icon"
      data-testid="roll"
      aria-label=${D(`playground.roll`)}
      title=${D(`playground.roll`)}
      @click=${()=>t({seed:Ku()})}
    >
      ${w(`dice`)}
    </button>
  </div>`,Fv=t({PlaygroundPage:()=>Z,page:()=>Rv}),Iv=140,Lv=1500,Z=class extends y{static{this.styles=[T,hv]}constructor(){super(),this.now=sv(location.search),this.cards=[],this.apart=null,this.readSource=``,this.wrong=null,this.problem=null,this.drawn=0,this.lit=null,this.past=xv(),this.used=[],this.kept=!1,this.pictures=new vv(`play`,()=>{this.drawn+=1},e=>{this.problem=e}),this.nearby=new Tv(this,e=>{this.problem=e}),this.gone=new AbortController,this.reading=new AbortController,new A(this)}connectedCallback(){super.connectedCallback(),this.gone=new AbortController;let{signal:e}=this.gone;this.pictures.open(),window.addEventListener(`popstate`,()=>this.reread(),{signal:e}),e.addEventListener(`abort`,Lt(()=>this.follow())),this.begin(e)}disconnectedCallback(){super.disconnectedCallback(),this.gone.abort(),this.reading.abort(),clearTimeout(this.timer),clearTimeout(this.triedTimer),this.pictures.close()}async begin(e){this.cards=await wa(e),e.aborted||(this.read(),this.recall())}get card(){return this.cards.find(e=>e.id===this.now.model)??this.cards[0]??null}reread(){this.now=sv(location.search),this.read()}change(e,t=0){this.now={...this.now,...e},this.kept=!1,ha(cv(this.now)),e.model&&this.recall(),clearTimeout(this.timer),this.timer=setTimeout(()=>void this.read(),t)}async read(){let{card:e}=this;if(!e)return;clearTimeout(this.triedTimer),this.reading.abort(),this.reading=new AbortController;let{signal:t}=this.reading,{expression:n,seed:r}=this.now;if(n.trim()===``)this.wrong=null;else try{let i=await Wd({expression:n,model:e.id,recipe:{seed:r}},t);this.apart=i,this.readSource=n,this.wrong=this.problem=null,this.now.mode===`pictures`&&this.pictures.want(i.parts.flatMap(e=>e.shows)),this.follow(),this.triedTimer=setTimeout(()=>{this.past=Sv({expression:n,mode:this.now.mode})},Lv)}catch(e){if(t.aborted)return;let n=z(e);n.position===null?this.problem=n:this.wrong=n}}follow(){let{apart:e,card:t}=this,{mode:n,seed:r}=this.now;e&&t&&this.nearby.follow({apart:e,model:t.id,mode:n,seed:r})}async recall(){let{card:e}=this;e&&(this.used=await Jd(e.id).catch(()=>this.used))}async keep(){let e=this.apart?.recipe;if(e&&!this.wrong&&this.now.mode!==`words`)try{await Fi(e,{signal:this.gone.signal}),this.kept=!0,await this.recall()}catch(e){this.gone.signal.aborted||(this.problem=z(e))}}look(e){let{expression:t}=this.now;this.lit=e&&[Yd(t,e.start),Yd(t,e.end)]}use(e,t=this.now.mode){this.change({expression:e,mode:t}),this.lit=null,this.editor.focus()}render(){let{now:e,problem:t}=this,n=e.mode===`words`;return g`<div class="column">
        <div class="write">
          ${Mv(e,this.cards,this.card,(e,t)=>this.change(e,t))}
          <div>
            <rashin-expression-editor
              .value=${e.expression}
              model=${this.card?.id??``}
              .problem=${this.wrong}
              .lit=${this.lit}
              @expression=${e=>this.change({expression:e.detail},Iv)}
              @meant=${()=>void this.keep()}
            ></rashin-expression-editor>
            ${kv(this.wrong,e.expression,e.mode,e=>this.use(e))}
          </div>
        </div>
        ${this.parts(n)}
        <rashin-expression-examples
          class="examples"
          @use=${e=>this.use(e.detail.expression,e.detail.mode)}
        ></rashin-expression-examples>
      </div>
      <div class="column">
        ${t?g`<rashin-notice
              .problem=${t}
              retry
              @retry=${()=>void this.read()}
              @dismiss=${()=>{this.problem=null}}
            ></rashin-notice>`:v}
        ${n?v:this.result()}
        <section class="card near">${this.nearBy()}</section>
        <rashin-expression-history
          class="card history"
          .used=${this.used}
          .tried=${this.past}
          @use=${e=>this.use(e.detail.expression,e.detail.mode)}
        ></rashin-expression-history>
      </div>`}parts(e){let t=this.apart?.parts??[];return g`<section class="parts" aria-labelledby="parts">
      <div class="title"><h2 id="parts">${D(`playground.parts`)}</h2></div>
      ${t.length>1||!this.apart?g`<rashin-expression-parts
            class=${this.wrong?`stale`:``}
            .parts=${t}
            source=${this.readSource}
            .pictures=${this.pictures}
            .near=${e?this.nearby.parts:null}
            .drawn=${this.drawn}
            @look=${e=>this.look(e.detail)}
            @part=${e=>this.use(e.detail)}
          ></rashin-expression-parts>`:g`<p class="quiet">${D(`playground.noParts`)}</p>`}
    </section>`}result(){let{near:e}=this.nearby,t=e?.items[0]?.n??null;return g`<rashin-expression-result
      class="card ${this.wrong?`stale`:``}"
      data-testid="result"
      .apart=${this.apart}
      .card=${this.card}
      .pictures=${this.pictures}
      .drawn=${this.drawn}
      .place=${e&&t!==null?{map:e.among,n:t}:null}
      ?wrong=${this.wrong!==null}
      ?kept=${this.kept}
      @keep=${()=>void this.keep()}
    ></rashin-expression-result>`}nearBy(){let{now:e,card:t}=this,n=e.mode===`words`&&t&&this.apart?{path:`/api/v1/expressions/nearest`,body:{expression:this.apart.expression,model:t.id,among:`words`,k:12}}:null;return g`<rashin-near-list
        class=${this.wrong?`stale`:``}
        .near=${this.nearby.near}
        .map=${this.nearby.map}
        ?waiting=${this.nearby.waiting}
      ></rashin-near-list>
      ${n?g`<rashin-copy-call class="under" .call=${n}></rashin-copy-call>`:v}`}};j([S()],Z.prototype,`now`,void 0),j([S()],Z.prototype,`cards`,void 0),j([S()],Z.prototype,`apart`,void 0),j([S()],Z.prototype,`readSource`,void 0),j([S()],Z.prototype,`wrong`,void 0),j([S()],Z.prototype,`problem`,void 0),j([S()],Z.prototype,`drawn`,void 0),j([S()],Z.prototype,`lit`,void 0),j([S()],Z.prototype,`past`,void 0),j([S()],Z.prototype,`used`,void 0),j([S()],Z.prototype,`kept`,void 0),j([C(`rashin-expression-editor`)],Z.prototype,`editor`,void 0),Z=j([b(`playground-page`)],Z);var Rv={path:`/playground`,title:`nav.playground`,order:4,icon:`spark`,rereads:!0,mount(e){let t=document.createElement(`playground-page`);return e.append(t),()=>t.remove()}},zv=e=>typeof e==`number`?e:null;function Bv(e){let t=M(e,`a render that waits`),n=M(t.progress,`its progress`);return{id:P(t.id),lane:P(t.lane),running:t.state===`running`,recipe:rn(t.recipe),position:zv(t.position),step:F(n.step),steps:F(n.steps),eta_s:zv(t.eta_s),preview:typeof t.preview==`string`?t.preview:null}}function Vv(e){let t=M(e,`the queue`),n=N(t.items).map(Bv);return{paused:t.paused===!0,waiting:F(t.waiting,n.length),eta_s:zv(t.eta_s),items:n}}var Hv=async(e,t)=>Vv(await V(`/queue?limit=${e}`,{signal:t})),Uv=async e=>{await V(`/queue`,{method:`PATCH`,body:{paused:e}})},Wv=async()=>{await V(`/queue`,{method:`DELETE`})},Gv=async(e,t)=>{await V(`/queue/${encodeURIComponent(e)}`,{method:`PATCH`,body:{position:t}})},Kv=async e=>{await V(`/renders`,{method:`POST`,body:{recipe:e,lane:`batch`}})};function qv(e){let t=M(e,`a job`);return{...dn(e),kind:P(t.kind),stage:P(t.stage),created_at:P(t.created_at)}}var Jv=async(e,t)=>R(await V(`/jobs?limit=${e}`,{signal:t}),qv).items,Yv=async e=>{await V(`/jobs/${encodeURIComponent(e)}`,{method:`DELETE`})};function Xv(e,t,n){let r=e.filter((e,n)=>n!==t),i=e[t];return i===void 0?e:[...r.slice(0,n),i,...r.slice(n)]}function Zv(e,t,n){let r=e.filter(e=>e.position===null),i=e.filter(e=>e.position!==null),a=i.findIndex(e=>e.id===t);if(a<0)return e;let o=Xv(i,a,Math.min(n,i.length-1));return[...r,...o.map((e,t)=>({...e,position:t}))]}var Qv=(e,t,n,r)=>Math.min(r-1,Math.max(0,e+Math.round(t/n)));function $v(e,t,n){return t<n&&e>t&&e<=n?-1:+(n<t&&e>=n&&e<t)}function ey(e,t,n){let r={ArrowUp:t-1,ArrowDown:t+1,PageUp:t-10,PageDown:t+10,Home:0,End:n-1}[e];return r===void 0?null:Math.min(n-1,Math.max(0,r))}function ty(e){return e<1?{key:`queue.soon`,n:0}:e<90?{key:`queue.inSeconds`,n:Math.round(e)}:e<5400?{key:`queue.inMinutes`,n:Math.round(e/60)}:{key:`queue.inHours`,n:Math.round(e/3600)}}var ny=[`map`,`verify`,`inversion`,`scrub`,`film`,`direction`,`audit`,`fetch`];function ry(e){let t=e.cells.filter(e=>e.state===`done`).length;return{id:e.id,what:`sweep`,title:`${D(`queue.sweep`)} · ${fm(e.recipe,e.id)}`,about:D(`queue.sweepCells`,{done:k(t),all:k(e.cells.length)}),state:e.state,share:e.progress,error:null,when:e.created_at,address:`/sweeps?id=${e.id}`}}function iy(e){let t=ny.find(t=>t===e.kind),n=ty(e.eta_s??0),r=e.kind===`map`&&typeof e.result?.map_id==`string`?e.result.map_id:null,i=e.eta_s===null||e.state!==`running`?``:D(n.key,{n:k(n.n)});return{id:e.id,what:`job`,title:t?D(`queue.job.${t}`):D(`queue.job.other`,{kind:e.kind}),about:[e.state===`running`?e.stage:``,i].filter(e=>e!==``).join(` · `),state:e.state,share:e.progress,error:e.error,when:e.created_at,address:r===null?null:`/?${new URLSearchParams({map:r})}`}}var ay=class extends y{static{this.styles=[T,h`
      :host {
        display: flex;
        flex-direction: column;
        gap: 10px;
      }
      ul {
        list-style: none;
        margin: 0;
        padding: 0;
        display: flex;
        flex-direction: column;
        gap: 8px;
      }
      .now li {
        padding: 10px 12px 12px;
        background: var(--surface);
        border: 1px solid var(--line);
        border-radius: var(--radius);
      }
      .past li {
        padding: 6px 2px;
        border-bottom: 1px solid var(--line);
      }
      a {
        color: inherit;
      }
      b {
        display: block;
        font-weight: 550;
        font-size: 0.94rem;
        overflow: hidden;
        text-overflow: ellipsis;
        white-space: nowrap;
      }
      small {
        color: var(--soft);
        font-size: 0.84rem;
        overflow-wrap: anywhere;
      }
    `]}constructor(){super(),this.jobs=[],this.sweeps=[],new A(this)}render(){let e=[...this.sweeps.map(ry),...this.jobs.map(iy)].sort((e,t)=>e.when<t.when?1:-1),t=e=>e.state===`queued`||e.state===`running`,n=e.filter(e=>!t(e)).slice(0,6),r=e.filter(t);return g`${r.length===0?v:g`<h2>${D(`queue.acts`)}</h2>
          <ul class="now" data-testid="acts">
            ${$t(r,e=>e.id,e=>this.running(e))}
          </ul>`}
    ${n.length===0?v:g`<h2>${D(`queue.finished`)}</h2>
          <ul class="past" data-testid="acts-past">
            ${$t(n,e=>e.id,e=>this.finished(e))}
          </ul>`}`}named(e){return g`<b>${e.address===null?e.title:g`<a href=${e.address}>${e.title}</a>`}</b>`}running(e){let t=[D(`queue.state.${e.state}`),e.about].filter(e=>e!==``).join(` · `);return g`<li data-testid="act" data-id=${e.id}>
      ${this.named(e)}
      <rashin-progress
        .words=${t}
        .share=${e.share}
        @cancel=${()=>this.dispatchEvent(new CustomEvent(`stop`,{detail:e}))}
      ></rashin-progress>
    </li>`}finished(e){let t=new Date(e.when).toLocaleString(E()===`ja`?`ja-JP`:`en-GB`,{dateStyle:`medium`,timeStyle:`short`}),n=e.state===`done`&&e.what===`sweep`?e.about:D(`queue.state.${e.state}`);return g`<li>${this.named(e)}<small>${[n,t,e.error].filter(e=>e).join(` · `)}</small></li>`}};j([x({attribute:!1})],ay.prototype,`jobs`,void 0),j([x({attribute:!1})],ay.prototype,`sweeps`,void 0),ay=j([b(`rashin-queue-acts`)],ay);var oy=8,sy=class extends y{static{this.styles=[T,h`
      :host {
        display: block;
        height: 202px;
        overflow: hidden;
      }
      ul {
        list-style: none;
        margin: 0;
        padding: 0;
        display: grid;
        grid-template-columns: repeat(auto-fill, minmax(min(290px, 100%), 1fr));
        gap: 10px;
      }
      li {
        display: grid;
        grid-template-columns: 84px minmax(0, 1fr) 40px;
        gap: 12px;
        align-items: center;
        height: 96px;
        padding: 6px 2px 6px 6px;
        background: var(--surface);
        border: 1px solid var(--line);
        border-radius: var(--radius);
      }
      img,
      .blank {
        width: 84px;
        height: 84px;
        border-radius: 9px;
        object-fit: contain;
        background: #fff;
      }
      .blank {
        display: grid;
        place-items: center;
        background: var(--sunken);
        color: var(--faint);
      }
      .none {
        height: 100%;
        display: grid;
        place-items: center;
        border: 1px dashed var(--line);
        border-radius: var(--radius);
      }
      .running .blank {
        animation: breathe 0.9s infinite alternate;
      }
      @keyframes breathe {
        to {
          opacity: 0.45;
        }
      }
      b,
      small {
        display: block;
        overflow: hidden;
        text-overflow: ellipsis;
        white-space: nowrap;
      }
      b {
        font-weight: 550;
        font-size: 0.94rem;
      }
      small {
        color: var(--soft);
        font-size: 0.84rem;
        font-variant-numeric: tabular-nums;
      }
      progress {
        display: block;
        width: 100%;
        height: 4px;
        margin: 7px 0 4px;
        appearance: none;
        border: 0;
        border-radius: 4px;
        overflow: hidden;
        background: var(--line);
      }
      progress::-webkit-progress-bar {
        background: var(--line);
      }
      progress::-webkit-progress-value {
        background: var(--accent);
      }
      progress::-moz-progress-bar {
        background: var(--accent);
      }
      button {
        color: var(--soft);
      }
    `]}constructor(){super(),this.items=[],this.models=[],new A(this)}render(){return this.items.length===0?g`<div class="none quiet">${D(`queue.idle`)}</div>`:g`<ul data-testid="made">
        ${$t(this.items.slice(0,oy),e=>e.id,e=>this.card(e))}
      </ul>`}card(e){let t=fm(e.recipe,e.id),n=this.models.find(t=>t.id===e.recipe?.model),{key:r,n:i}=ty(e.eta_s??0),a=[e.running?D(`queue.step`,{step:k(e.step),steps:k(e.steps)}):D(`queue.handed`),e.eta_s===null?``:D(r,{n:k(i)})],o=[n?O(n.title):e.recipe?.model??``];return e.lane===`interactive`&&o.push(D(`queue.interactive`)),g`<li class=${e.running?`running`:``} data-testid="making" data-id=${e.id}>
      ${e.preview?g`<img src=${e.preview} alt="" />`:g`<i class="blank">${w(`brush`)}</i>`}
      <div>
        <b title=${t}>${t}</b>
        <progress max=${Math.max(1,e.steps)} .value=${e.step} aria-label=${t}></progress>
        <small>${a.filter(e=>e!==``).join(` · `)}</small>
        <small>${o.join(` · `)}</small>
      </div>
      <button
        class="bare icon"
        aria-label=${D(`queue.cancelOne`,{title:t})}
        title=${D(`common.cancel`)}
        @click=${()=>this.dispatchEvent(new CustomEvent(`stop`,{detail:e}))}
      >
        ${w(`close`)}
      </button>
    </li>`}};j([x({attribute:!1})],sy.prototype,`items`,void 0),j([x({attribute:!1})],sy.prototype,`models`,void 0),sy=j([b(`rashin-queue-made`)],sy);var cy=h`
  :host {
    display: block;
  }
  ol {
    list-style: none;
    margin: 0;
    padding: 0;
    border: 1px solid var(--line);
    border-radius: var(--radius);
    background: var(--surface);
    overflow: hidden;
  }
  li {
    display: grid;
    grid-template-columns: 40px 30px minmax(0, 1fr) auto auto;
    align-items: center;
    gap: 6px;
    height: 56px;
    padding-right: 6px;
    background: var(--surface);
    box-shadow: inset 0 -1px 0 var(--line);
    transform: translateY(var(--by, 0));
  }
  .dragging li {
    transition: transform 0.14s;
  }
  .dragging li.held {
    position: relative;
    z-index: 2;
    transition: none;
    box-shadow: var(--shadow);
    background: var(--raised);
  }
  .grip {
    height: 100%;
    border: 0;
    border-radius: 0;
    background: none;
    color: var(--faint);
    cursor: grab;
    touch-action: none;
  }
  .grip:focus-visible {
    outline-offset: -3px;
  }
  .held .grip {
    cursor: grabbing;
  }
  .place {
    color: var(--soft);
    font-size: 0.84rem;
    font-variant-numeric: tabular-nums;
    text-align: right;
    padding-right: 4px;
  }
  .words {
    min-width: 0;
  }
  b,
  small {
    display: block;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  b {
    font-weight: 550;
    font-size: 0.94rem;
  }
  small,
  .eta {
    color: var(--soft);
    font-size: 0.84rem;
    font-variant-numeric: tabular-nums;
    white-space: nowrap;
  }
  .eta {
    padding: 0 6px;
  }
  .ways {
    display: flex;
  }
  .ways button {
    color: var(--soft);
  }
  .more {
    width: 100%;
    margin-top: 10px;
  }
  @media (max-width: 620px) {
    .eta {
      display: none;
    }
  }
`,ly=56,uy=48,dy=14,fy=class extends y{static{this.styles=[T,cy]}constructor(){super(),this.items=[],this.models=[],this.all=0,this.scroller=null,this.drag=null,this.said=``,new A(this)}tell(e,t){this.dispatchEvent(new CustomEvent(e,{detail:t}))}move(e,t){let n=this.items.findIndex(t=>t.id===e.id);if(n===t||n<0)return;this.tell(`move`,{one:e,to:t});let r=fm(e.recipe,e.id);this.said=D(`queue.movedTo`,{title:r,n:k(t+1),all:k(this.all)})}take(e,t,n){if(e.button!==0)return;e.currentTarget.setPointerCapture(e.pointerId);let r=this.scroller?.scrollTop??0;this.drag={id:t.id,from:n,startY:e.clientY,startTop:r,pixels:0},this.tell(`hold`,!0)}follow(e){let{drag:t,scroller:n}=this;if(!t)return;if(n){let{top:t,bottom:r}=n.getBoundingClientRect();e.clientY<t+uy?n.scrollBy(0,-14):e.clientY>r-uy&&n.scrollBy(0,dy)}let r=(n?.scrollTop??0)-t.startTop;this.drag={...t,pixels:e.clientY-t.startY+r}}drop(e){let{drag:t}=this;if(this.drag=null,!t)return;let n=this.items.find(e=>e.id===t.id),r=Qv(t.from,t.pixels,ly,this.items.length);e&&n&&r!==t.from?this.move(n,r):this.tell(`hold`,!1)}key(e,t,n){if(e.key===`Escape`&&this.drag){this.drop(!1);return}if(e.key===`Delete`||e.key===`Backspace`){e.preventDefault(),this.tell(`stop`,t);return}let r=ey(e.key,n,this.items.length);r!==null&&(e.preventDefault(),this.move(t,r),this.updateComplete.then(()=>this.list.querySelector(`[data-id="${t.id}"] .grip`)?.focus()))}render(){let e=this.all-this.items.length;return g`<ol data-testid="waiting" class=${this.drag?`dragging`:``}>
        ${$t(this.items,e=>e.id,(e,t)=>this.row(e,t))}
      </ol>
      ${e>0?g`<button class="more" @click=${()=>this.tell(`more`,null)}>
              ${D(`queue.more`,{n:k(e)})}
            </button>`:v}
      <span class="off" role="status">${this.said}</span>`}by(e){let{drag:t}=this;return t?e===t.from?t.pixels:ly*$v(e,t.from,Qv(t.from,t.pixels,ly,this.items.length)):0}row(e,t){let n=fm(e.recipe,e.id),{recipe:r}=e,i=this.models.find(e=>e.id===r?.model),a=r?cd(r.noise):null,o=[i?O(i.title):r?.model??``,r?.width&&r.height?`${r.width} × ${r.height}`:``,a===null?``:`${D(`studio.seed`)} ${a}`],{key:s,n:c}=ty(e.eta_s??0);return g`<li
      class=${this.drag?.id===e.id?`held`:``}
      .style=${`--by:${this.by(t)}px`}
      data-testid="waits"
      data-id=${e.id}
    >
      <button
        class="grip"
        data-testid="grip"
        aria-label=${D(`queue.grip`,{title:n})}
        aria-keyshortcuts="ArrowUp ArrowDown PageUp PageDown Home End Delete"
        @pointerdown=${n=>this.take(n,e,t)}
        @pointermove=${e=>this.follow(e)}
        @pointerup=${()=>this.drop(!0)}
        @pointercancel=${()=>this.drop(!1)}
        @keydown=${n=>this.key(n,e,t)}
      >
        ${w(`grip`)}
      </button>
      <span class="place">${k(t+1)}</span>
      <div class="words">
        <b title=${n}>${n}</b>
        <small>${o.filter(e=>e!==``).join(` · `)}</small>
      </div>
      <span class="eta">${e.eta_s===null?``:D(s,{n:k(c)})}</span>
      <div class="ways">
        <button
          class="bare icon"
          data-testid="make-next"
          ?disabled=${t===0}
          aria-label=${`${D(`queue.first`)}: ${n}`}
          title=${D(`queue.first`)}
          @click=${()=>this.move(e,0)}
        >
          ${w(`top`)}
        </button>
        <button
          class="bare icon"
          data-testid="stop"
          aria-label=${D(`queue.cancelOne`,{title:n})}
          title=${D(`common.cancel`)}
          @click=${()=>this.tell(`stop`,e)}
        >
          ${w(`close`)}
        </button>
      </div>
    </li>`}};j([x({attribute:!1})],fy.prototype,`items`,void 0),j([x({attribute:!1})],fy.prototype,`models`,void 0),j([x({type:Number})],fy.prototype,`all`,void 0),j([x({attribute:!1})],fy.prototype,`scroller`,void 0),j([S()],fy.prototype,`drag`,void 0),j([S()],fy.prototype,`said`,void 0),j([C(`ol`)],fy.prototype,`list`,void 0),fy=j([b(`rashin-queue-waiting`)],fy);var py=700,my=3e3,hy=3,gy=20,_y=class{constructor(e,t){this.host=e,this.failed=t,this.queue=null,this.acts=[],this.sweeps=[],this.limit=60,this.gone=new AbortController,this.turn=0,this.held=!1,e.addController(this)}hostConnected(){this.gone=new AbortController,this.turn=0,document.addEventListener(`visibilitychange`,()=>{document.hidden||this.look()},{signal:this.gone.signal}),this.look()}hostDisconnected(){this.gone.abort(),clearTimeout(this.timer)}get busy(){let e=e=>e.state===`queued`||e.state===`running`,{queue:t}=this;return(t?.items.some(e=>!t.paused||e.position===null)??!1)||this.acts.some(e)||this.sweeps.some(e)}async look(e=!1){clearTimeout(this.timer);let{signal:t}=this.gone;try{let n=e||!this.busy||this.turn++%hy===0,[r,i,a]=await Promise.all([Hv(this.limit,t),n?Jv(gy,t):this.acts,n?mf(void 0,5).then(e=>e.items):this.sweeps]);if(t.aborted)return;this.held||(this.queue=r),this.acts=i,this.sweeps=a,this.host.requestUpdate()}catch(e){if(t.aborted)return;this.failed(e)}clearTimeout(this.timer),document.hidden||(this.timer=setTimeout(()=>void this.look(),this.busy?py:my))}hold(e){this.held=e}async act(e){try{return await e(),!0}catch(e){return this.failed(e),!1}finally{this.held=!1,await this.look(!0)}}pause(e){return this.queue&&={...this.queue,paused:e},this.host.requestUpdate(),this.act(()=>Uv(e))}move(e,t){return this.queue&&={...this.queue,items:Zv(this.queue.items,e,t)},this.held=!0,this.host.requestUpdate(),this.act(()=>Gv(e,t))}after(e){return this.act(e)}},vy=t({QueuePage:()=>by,page:()=>xy}),yy=200,by=class extends y{static{this.styles=[T,h`
      :host {
        display: grid;
        grid-template-columns: minmax(0, 1fr) 340px;
        gap: 14px 28px;
        align-content: start;
        height: 100%;
        overflow-y: auto;
        overflow-anchor: none;
        scrollbar-gutter: stable;
        padding: 14px 20px 90px;
        max-width: 1500px;
        margin: 0 auto;
      }
      header {
        grid-column: 1 / -1;
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 6px 10px;
        min-height: 44px;
        padding-bottom: 6px;
      }
      h1 {
        margin: 0;
        font-size: 1.2rem;
        letter-spacing: -0.01em;
      }
      header p {
        flex: 1 1 180px;
        margin: 0;
        font-variant-numeric: tabular-nums;
      }
      .paused {
        color: var(--warn);
        font-weight: 550;
      }
      rashin-notice {
        grid-column: 1 / -1;
      }
      section {
        display: flex;
        flex-direction: column;
        gap: 8px;
        min-width: 0;
      }
      section + section {
        margin-top: 20px;
      }
      .row {
        display: flex;
        align-items: center;
        justify-content: space-between;
        min-height: 40px;
      }
      .row button {
        min-height: 34px;
        font-size: 0.86rem;
      }
      .none {
        display: grid;
        place-items: center;
        align-content: center;
        text-align: center;
        min-height: 150px;
        border: 1px dashed var(--line);
        border-radius: var(--radius);
        padding: 18px;
      }
      .none b {
        font-weight: 600;
      }
      .none p {
        margin: 2px 0 12px;
      }
      @media (max-width: 900px) {
        :host {
          grid-template-columns: minmax(0, 1fr);
          padding: 10px 12px 60px;
          scrollbar-gutter: auto;
        }
      }
    `]}constructor(){super(),this.models=[],this.problem=null,this.watch=new _y(this,e=>{this.problem=z(e)}),this.gone=new AbortController,new A(this)}connectedCallback(){super.connectedCallback(),this.gone=new AbortController,wa(this.gone.signal).then(e=>{this.models=e})}disconnectedCallback(){super.disconnectedCallback(),this.gone.abort()}async stop(e){let{recipe:t,position:n}=e;if(!await this.watch.after(()=>Bi(e.id)))return;let r=async()=>{t&&(await Kv(t),n!==null&&await Gv(e.id,n))};this.toast.show(()=>D(`queue.cancelled`),t?()=>void this.watch.after(r):null)}async stopAct(e){await this.watch.after(()=>e.what===`sweep`?hf(e.id):Yv(e.id))}async clear(e){await this.confirm.ask({title:()=>D(`queue.cancelAllAsk`,{n:k(e)}),body:()=>D(`queue.cancelAllBody`),yes:()=>D(`queue.cancelAllDo`)})&&await this.watch.after(Wv)}render(){let{queue:e}=this.watch,t=e?.items.filter(e=>e.position===null)??[],n=e?.items.filter(e=>e.position!==null)??[];return g`<header>
        <h1>${D(`queue.title`)}</h1>
        <p class="quiet ${e?.paused?`paused`:``}" role="status" data-testid="queue-state">
          ${e?this.state(e):D(`common.loading`)}
        </p>
        <button
          data-testid="pause"
          class=${e?.paused?`primary`:``}
          ?disabled=${!e}
          @click=${()=>void this.watch.pause(!e?.paused)}
        >
          ${w(e?.paused?`play`:`pause`)}${D(e?.paused?`queue.resume`:`queue.pause`)}
        </button>
      </header>
      ${this.problem?g`<rashin-notice
              .problem=${this.problem}
              @dismiss=${()=>{this.problem=null}}
            ></rashin-notice>`:v}
      <div>
        <section>
          <div class="row"><h2>${D(`queue.making`)}${t.length>0?` · ${k(t.length)}`:``}</h2></div>
          <rashin-queue-made
            .items=${t}
            .models=${this.models}
            @stop=${e=>void this.stop(e.detail)}
          ></rashin-queue-made>
        </section>
        <section>${e?this.line(e,n):v}</section>
      </div>
      <rashin-queue-acts
        .jobs=${this.watch.acts}
        .sweeps=${this.watch.sweeps}
        @stop=${e=>void this.stopAct(e.detail)}
      ></rashin-queue-acts>
      <rashin-confirm></rashin-confirm>
      <rashin-toast></rashin-toast>`}state(e){if(e.paused)return`${D(`queue.pausedTitle`)}. ${D(`queue.pausedBody`)}`;if(e.items.length===0)return``;let{key:t,n}=ty(e.eta_s??0),r=e.eta_s===null?``:D(`queue.allIn`,{time:D(t,{n:k(n)})});return[e.waiting===0?``:D(`queue.count`,{n:k(e.waiting)}),r].filter(e=>e!==``).join(` · `)}line(e,t){return e.waiting===0?g`<div class="row"><h2>${D(`queue.waiting`)}</h2></div>
        <div class="none" data-testid="nothing">
          <b>${D(`queue.nothing`)}</b>
          <p class="quiet">${D(`queue.nothingHint`)}</p>
          <a class="button" href="/sweeps">${D(`queue.nothingDo`)}</a>
        </div>`:g`<div class="row">
        <h2>${D(`queue.waiting`)} · ${k(e.waiting)}</h2>
        <button class="bare" data-testid="clear" @click=${()=>void this.clear(e.waiting)}>
          ${D(`queue.cancelAll`)}
        </button>
      </div>
      <rashin-queue-waiting
        .items=${t}
        .all=${e.waiting}
        .models=${this.models}
        .scroller=${this}
        @hold=${e=>this.watch.hold(e.detail)}
        @move=${e=>void this.watch.move(e.detail.one.id,e.detail.to)}
        @stop=${e=>void this.stop(e.detail)}
        @more=${()=>{this.watch.limit+=yy,this.watch.look()}}
      ></rashin-queue-waiting>`}};j([S()],by.prototype,`models`,void 0),j([S()],by.prototype,`problem`,void 0),j([C(`rashin-toast`)],by.prototype,`toast`,void 0),j([C(`rashin-confirm`)],by.prototype,`confirm`,void 0),by=j([b(`queue-page`)],by);var xy={path:`/queue`,title:`nav.queue`,order:7,icon:`queue`,headed:!0,mount(e){let t=document.createElement(`queue-page`);return e.append(t),()=>t.remove()}};function Sy(e){let t=M(e,`a step`),n=t.xy===null||t.xy===void 0?[]:N(t.xy);return{step:F(t.step),steps:F(t.steps),kind:t.kind===`noise`?`noise`:`denoise`,image:sn(t.image),xy:n.length===2?[F(n[0]),F(n[1])]:null}}var Cy=e=>e==null?[]:N(e).map(Sy);async function wy(e,t){let n=M(await V(`/scrubs`,{method:`POST`,body:{recipe:e},signal:t}),`the steps of a picture`),r=n.guidance_change??[];return{recipe:rn(n.recipe),steps:Cy(n.steps),plain:Cy(n.without_guidance),change:N(r).map(e=>F(M(e,`a change`).mean_abs)),map:n.map===null||n.map===void 0?null:P(n.map)}}var Ty=t({ScrubPage:()=>Oy,page:()=>ky}),Ey=450,Dy=160,Oy=class extends y{static{this.styles=[T,h`
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
    `]}constructor(){super(),this.scrub=null,this.models=[],this.at=0,this.problem=null,this.playing=!1,this.gone=new AbortController,this.timer=0,new A(this)}connectedCallback(){super.connectedCallback(),this.gone=new AbortController,this.begin()}disconnectedCallback(){super.disconnectedCallback(),this.gone.abort(),clearInterval(this.timer)}async begin(){let e=new URLSearchParams(location.search);try{let t=JSON.parse(e.get(`recipe`)??`{"model":"emoji-vector","prompt":"smiling cat","seed":7}`);this.scrub=await wy(t,this.gone.signal);let n=this.scrub.steps.length-1,r=e.get(`at`);this.at=Math.max(0,Math.min(n,r===null?n:Number(r)||0)),this.models=await wa(this.gone.signal)}catch(e){this.gone.signal.aborted||(this.problem=z(e))}}go(e){let t=(this.scrub?.steps.length??1)-1;this.at=Math.max(0,Math.min(t,e));let n=new URLSearchParams(location.search);n.set(`at`,String(this.at)),ha(n.toString())}play(){if(clearInterval(this.timer),this.playing=!this.playing,!this.playing)return;let e=(this.scrub?.steps.length??1)-1;this.at>=e&&this.go(0),this.timer=window.setInterval(()=>{this.at>=e?this.play():this.go(this.at+1)},Ey)}render(){let{scrub:e,problem:t}=this;if(t)return g`<rashin-notice .problem=${t}></rashin-notice>`;if(!e)return g`<p class="quiet" role="status">${D(`common.loading`)}…</p>`;let n=e.steps[this.at];if(!n)return v;let r=n.kind===`denoise`?e.plain.find(e=>e.step===n.step):void 0,i=this.models.find(t=>t.id===e.recipe?.model);return g`<div class="pair">
        ${this.figure(n,this.words(n),`scrub-picture`)}
        ${r?this.figure(r,D(`scrub.plain`),`scrub-plain`):v}
      </div>
      <div class="bar">
        <button class="icon" data-testid="scrub-play" aria-pressed=${this.playing} aria-label=${D(`scrub.play`)} @click=${()=>this.play()}>
          ${w(`play`)}
        </button>
        <input
          type="range"
          data-testid="scrub-slider"
          aria-label=${D(`scrub.slider`)}
          aria-valuetext=${this.words(n)}
          min="0"
          max=${e.steps.length-1}
          .value=${String(this.at)}
          @input=${e=>this.go(Number(e.target.value))}
        />
        <span class="quiet">${this.at+1} / ${e.steps.length}</span>
      </div>
      <div class="film" role="group" aria-label=${D(`scrub.film`)}>
        ${e.steps.map((e,t)=>g`<button aria-current=${t===this.at} aria-label=${this.words(e)} @click=${()=>this.go(t)}>
              ${e.image?g`<img src=${e.image.url} alt="" />`:v}
            </button>`)}
      </div>
      <div class="facts">${this.chart(e)}${this.trail(e)}</div>
      ${i&&e.recipe?g`<a class="button" href=${_d(e.recipe,i)}>${D(`sweeps.open`)}</a>`:v}`}words(e){return D(e.kind===`noise`?`scrub.noising`:`scrub.step`,{step:e.step,steps:e.steps})}figure(e,t,n){return g`<figure data-testid=${n}>
      ${e.image?g`<img src=${e.image.url} alt=${t} />`:g`<div class="blank"></div>`}
      <figcaption>${t}</figcaption>
    </figure>`}chart(e){if(e.change.length===0)return v;let t=Math.max(...e.change,1e-6),n=Dy/e.change.length,r=e.steps[this.at]?.step;return g`<figure data-testid="scrub-change">
      <svg width=${Dy} height=${Dy} role="img" aria-label=${D(`scrub.change`)}>
        ${e.change.map((e,i)=>{let a=e/t*144;return _`<rect class=${i+1===r?`column now`:`column`} x=${i*n+3} y=${152-a} width=${Math.max(1,n-6)} height=${a} rx="3"></rect>`})}
      </svg>
      <figcaption>${D(`scrub.change`)}</figcaption>
    </figure>`}trail(e){let t=e.steps.flatMap((e,t)=>e.xy?[{index:t,xy:e.xy}]:[]);if(t.length<2)return v;let n=t.map(e=>e.xy[0]),r=t.map(e=>e.xy[1]),i=Math.max(Math.max(...n)-Math.min(...n),Math.max(...r)-Math.min(...r),1e-6),a=([e,t])=>[16+(e-Math.min(...n))/i*128,144-(t-Math.min(...r))/i*128],o=t.map(e=>({index:e.index,at:a(e.xy)}));return g`<figure data-testid="scrub-trail">
      <svg width=${Dy} height=${Dy} role="img" aria-label=${D(`scrub.trail`)}>
        <polyline class="path" points=${o.map(e=>e.at.join()).join(` `)}></polyline>
        ${o.map(e=>_`<circle class=${e.index===this.at?`here`:`dot`} cx=${e.at[0]} cy=${e.at[1]} r=${e.index===this.at?7:3}></circle>`)}
      </svg>
      <figcaption>${D(`scrub.trail`)}</figcaption>
    </figure>`}};j([S()],Oy.prototype,`scrub`,void 0),j([S()],Oy.prototype,`models`,void 0),j([S()],Oy.prototype,`at`,void 0),j([S()],Oy.prototype,`problem`,void 0),j([S()],Oy.prototype,`playing`,void 0),Oy=j([b(`scrub-page`)],Oy);var ky={path:`/scrub`,title:`nav.scrub`,order:90,mount(e){let t=document.createElement(`scrub-page`);return e.append(t),()=>t.remove()}},Ay=class extends y{static{this.styles=[T,h`
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
    `]}constructor(){super(),this.recipe=null,this.back=!1,this.forth=!1,new A(this)}tell(e,t=null){this.dispatchEvent(new CustomEvent(e,{detail:t}))}render(){let{recipe:e}=this;return e?g`<div class="row">
        <button class="icon" data-testid="undo" aria-label=${D(`studio.undo`)} title=${D(`studio.undo`)} ?disabled=${!this.back} @click=${()=>this.tell(`undo`)}>
          ${w(`undo`)}
        </button>
        <button class="icon push" data-testid="redo" aria-label=${D(`studio.redo`)} title=${D(`studio.redo`)} ?disabled=${!this.forth} @click=${()=>this.tell(`redo`)}>
          ${w(`redo`)}
        </button>
        <rashin-copy-call .call=${{path:`/api/v1/renders`,body:{recipe:e}}}></rashin-copy-call>
        ${[`png`,`webp`].map(e=>g`<button data-testid="download-${e}" title=${D(`studio.download`)} @click=${()=>this.tell(`download`,e)}>
            ${w(`down`)}${D(`studio.${e}`)}
          </button>`)}
      </div>
      <div class="row acts">
        <a class="button" data-testid="open-sweep" href=${$m(e)} title=${D(`studio.sweepHint`)}>
          ${w(`grid`)}${D(`studio.sweep`)}
        </a>
        <a class="button" data-testid="open-scrub" href=${eh(e)} title=${D(`studio.scrubHint`)}>
          ${w(`steps`)}${D(`studio.scrub`)}
        </a>
        <button data-testid="verify" title=${D(`studio.verifyHint`)} @click=${()=>this.tell(`verify`)}>
          ${w(`check`)}${D(`studio.verify`)}
        </button>
      </div>`:v}};j([x({attribute:!1})],Ay.prototype,`recipe`,void 0),j([x({type:Boolean})],Ay.prototype,`back`,void 0),j([x({type:Boolean})],Ay.prototype,`forth`,void 0),Ay=j([b(`rashin-bench`)],Ay);var jy=24,My=class extends y{static{this.styles=[T,h`
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
    `]}constructor(){super(),this.current=``,this.items=[],this.next=null,this.starred=!1,new A(this)}connectedCallback(){super.connectedCallback(),this.load()}add(e){(!this.starred||e.starred)&&(this.items=[e,...this.items.filter(t=>t.id!==e.id)])}async load(e){try{let t=await Pi({limit:jy,...e!==void 0&&{cursor:e},...this.starred&&{starred:!0}}),n=new Set(e===void 0?[]:this.items.map(e=>e.id)),r=t.items.filter(e=>!n.has(e.id));this.items=e===void 0?r:[...this.items,...r],this.next=t.next}catch(e){this.dispatchEvent(new CustomEvent(`problem`,{detail:z(e)}))}}async star(e){let t=!e.starred,n=t=>{this.items=this.items.map(n=>n.id===e.id?{...n,starred:t}:n)};n(t);try{await Vi(e.id,t)}catch(e){n(!t),this.dispatchEvent(new CustomEvent(`problem`,{detail:z(e)}))}}render(){let e=this.items.filter(e=>e.image!==null);return g`<header>
        <h2>${D(`studio.history`)}</h2>
        <button
          class="bare icon"
          aria-pressed=${this.starred}
          aria-label=${D(`studio.starred`)}
          title=${D(`studio.starred`)}
          @click=${()=>{this.starred=!this.starred,this.load()}}
        >
          ${w(`star`)}
        </button>
      </header>
      ${e.length===0?g`<p class="quiet">${D(`studio.historyEmpty`)}</p>`:v}
      <ul data-testid="history">
        ${e.map(e=>this.tile(e))}
      </ul>
      ${this.next===null?v:g`<button class="more" @click=${()=>void this.load(this.next??void 0)}>
            ${D(`common.more`)}
          </button>`}`}tile(e){let t=e.recipe?.conditioning.replace(/^"|"$/g,``)||e.recipe?.noise||e.id;return g`<li>
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
        aria-label=${e.starred?D(`studio.unstar`):D(`studio.star`)}
        @click=${()=>void this.star(e)}
      >
        ${w(`star`)}
      </button>
    </li>`}};j([x()],My.prototype,`current`,void 0),j([S()],My.prototype,`items`,void 0),j([S()],My.prototype,`next`,void 0),j([S()],My.prototype,`starred`,void 0),My=j([b(`rashin-history`)],My);var Ny=h`
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
`,Py={ddim:`DDIM`,ddpm:`DDPM`,pndm:`PNDM`,lms:`LMS`,euler:`Euler`,euler_ancestral:`Euler ancestral`,heun:`Heun`,dpm2:`DPM2`,dpm2_ancestral:`DPM2 ancestral`,dpmpp_2s:`DPM++ 2S`,dpmpp_2m:`DPM++ 2M`,dpmpp_2m_karras:`DPM++ 2M Karras`,dpmpp_2m_sde:`DPM++ 2M SDE`,deis:`DEIS`,unipc:`UniPC`,lcm:`LCM`,tcd:`TCD`,flow_euler:`Euler`,flow_heun:`Heun`,flow_dpmpp_2m:`DPM++ 2M`,flow_unipc:`UniPC`};function Fy(e){return Py[e]??e.replaceAll(`_`,` `)}function Q(e,t,n=`now`){let r={patch:t,pace:n};e.dispatchEvent(new CustomEvent(`knob`,{detail:r,bubbles:!0,composed:!0}))}function Iy(e){e.dispatchEvent(new Event(`settle`,{bubbles:!0,composed:!0}))}var Ly=class extends y{constructor(...e){super(...e),this.name=``,this.label=``,this.min=0,this.max=1,this.step=.01,this.value=0,this.home=0}static{this.styles=[T,h`
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
    `]}updated(e){let t=e=>(e-this.min)/(this.max-this.min||1)*100,[n,r]=[t(this.home),t(this.value)];this.style.setProperty(`--low`,`${Math.min(n,r)}%`),this.style.setProperty(`--high`,`${Math.max(n,r)}%`)}tell(e,t){this.value=t,this.dispatchEvent(new CustomEvent(e,{detail:t}))}reset(){this.tell(`slide`,this.home),this.tell(`settle`,this.home)}render(){let e=this.value!==this.home,t=this.step>=1?0:this.step>=.1?1:2;return g`<label class=${e?`moved`:``} @dblclick=${()=>this.reset()}>
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
    </label>`}};j([x()],Ly.prototype,`name`,void 0),j([x()],Ly.prototype,`label`,void 0),j([x({type:Number})],Ly.prototype,`min`,void 0),j([x({type:Number})],Ly.prototype,`max`,void 0),j([x({type:Number})],Ly.prototype,`step`,void 0),j([x({type:Number})],Ly.prototype,`value`,void 0),j([x({type:Number})],Ly.prototype,`home`,void 0),j([C(`input`)],Ly.prototype,`input`,void 0),Ly=j([b(`rashin-slider`)],Ly);var Ry=h`
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
`,zy=class extends y{static{this.styles=[T,Ry,h`
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
    `]}constructor(){super(),this.card=null,this.studio=null,new A(this)}render(){let{card:e,studio:t}=this;if(!e||!t)return v;let n=e.samplers.length>1;return g`
      ${e.steps.max>e.steps.min?this.steps(e,t):v}
      ${e.guidance.max>e.guidance.min?this.guidance(e,t):v}
      ${n||e.size.sizes?g`<div class="pair">
            ${n?this.sampler(e,t):v} ${e.size.sizes?this.size(e,t):v}
          </div>`:v}
    `}steps(e,t){return e.steps.choices.length===0?g`<rashin-slider
        name="steps"
        label=${D(`studio.steps`)}
        .min=${e.steps.min}
        .max=${e.steps.max}
        .step=${1}
        .value=${t.steps}
        .home=${e.steps.default}
        @slide=${e=>Q(this,{steps:e.detail},`drag`)}
        @settle=${()=>Iy(this)}
      ></rashin-slider>`:g`<div class="group">
      <h2>${D(`studio.steps`)}</h2>
      <div class="segments" data-testid="steps">
        ${e.steps.choices.map(e=>g`<button
              class="icon"
              data-testid="steps-${e}"
              aria-pressed=${e===t.steps}
              @click=${()=>Q(this,{steps:e})}
            >
              ${e}
            </button>`)}
      </div>
    </div>`}guidance(e,t){return g`<rashin-slider
      name="guidance"
      label=${D(`studio.guidance`)}
      .min=${e.guidance.min}
      .max=${e.guidance.max}
      .step=${.1}
      .value=${t.guidance}
      .home=${e.guidance.default}
      @slide=${e=>Q(this,{guidance:e.detail},`drag`)}
      @settle=${()=>Iy(this)}
    ></rashin-slider>`}sampler(e,t){return g`<label class="group">
      <h2>${D(`studio.sampler`)}</h2>
      <select
        data-testid="sampler"
        @change=${e=>Q(this,{sampler:e.target.value})}
      >
        ${e.samplers.map(e=>g`<option value=${e} .selected=${e===t.sampler}>${Fy(e)}</option>`)}
      </select>
    </label>`}size(e,t){let{sizes:n}=e.size;if(!n)return v;let r=r=>g`<input
        class="figure"
        type="number"
        inputmode="numeric"
        data-testid=${r}
        aria-label=${D(`studio.${r}`)}
        min=${n.min}
        max=${n.max}
        step=${n.multiple}
        .value=${String(t[r])}
        @change=${n=>{let i=n.target,a=Xu(e,i.valueAsNumber||t[r],t[r]);i.value=String(a),Q(this,{[r]:a})}}
      />`;return g`<div class="group" role="group" aria-label=${D(`studio.size`)}>
      <h2>${D(`studio.size`)}</h2>
      <div class="size">
        ${r(`width`)}<span class="quiet">×</span>${r(`height`)}
        <button
          class="bare icon"
          data-testid="swap-sides"
          aria-label=${D(`studio.swapSides`)}
          title=${D(`studio.swapSides`)}
          ?disabled=${t.width===t.height}
          @click=${()=>Q(this,{width:t.height,height:t.width})}
        >
          ${w(`swap`)}
        </button>
      </div>
    </div>`}};j([x({attribute:!1})],zy.prototype,`card`,void 0),j([x({attribute:!1})],zy.prototype,`studio`,void 0),zy=j([b(`rashin-depth-knobs`)],zy);var By=class extends y{static{this.styles=[T,h`
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
    `]}constructor(){super(),this.card=null,this.sha256=``,this.method=null,new A(this)}render(){let e=this.card?.inversions??[],t=e.find(e=>e.id===this.method)??e[0];return g`<div class="row" data-testid="inverted">
      <img src="${B}/images/${this.sha256}.png" alt="" />
      <div>
        <h2>${D(`studio.inverted`)}</h2>
        <p>
          ${t?O(t.title):this.method??``}
          ${e.length>1?g`<button class="again" @click=${()=>this.dispatchEvent(new Event(`again`))}>
                ${D(`studio.invertedOther`)}
              </button>`:``}
        </p>
      </div>
      <button
        class="bare icon"
        aria-label=${D(`studio.expressionClear`)}
        title=${D(`studio.expressionClear`)}
        @click=${()=>Q(this,{noise:null})}
      >
        ${w(`close`)}
      </button>
    </div>`}};j([x({attribute:!1})],By.prototype,`card`,void 0),j([x()],By.prototype,`sha256`,void 0),j([x()],By.prototype,`method`,void 0),By=j([b(`rashin-inverted`)],By);var Vy=4,Hy=class extends y{static{this.styles=[T,Ry,h`
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
    `]}constructor(){super(),this.models=[],this.card=null,this.memory=null,new A(this)}choose(e){this.dispatchEvent(new CustomEvent(`model`,{detail:e}))}render(){let{card:e}=this;if(!e)return v;let{length:t}=this.models,n=t>Vy?this.list(e):t>1?this.row(e):v,r=this.memory?.models.find(t=>t.id===e.id)??null;return g`${n===v?v:g`<h2 id="title">${D(`studio.model`)}</h2>`} ${n}
      ${r?this.note(e,r):v}
      ${e.notes.map(e=>g`<p class="note">${O(e)}</p>`)}`}row(e){return g`<div class="segments" data-testid="model" role="group" aria-labelledby="title">
      ${this.models.map(t=>g`<button
            data-testid="model-${t.id}"
            title=${O(t.summary)}
            aria-pressed=${t.id===e.id}
            @click=${()=>this.choose(t)}
          >
            ${O(t.title)}
          </button>`)}
    </div>`}list(e){return g`<select
      data-testid="model"
      aria-labelledby="title"
      @change=${e=>{let t=e.target.value,n=this.models.find(e=>e.id===t);n&&this.choose(n)}}
    >
      ${this.models.map(t=>g`<option value=${t.id} .selected=${t.id===e.id}>${O(t.title)}</option>`)}
    </select>`}note(e,t){if(e.resident&&t.state===`ready`)return v;let n=t.bytes_needed,r=this.memory?.free_bytes??null,i=n===null||t.state===`ready`?``:r===null?D(`studio.modelNeeds`,{need:H_(n)}):D(`studio.modelNeedsOf`,{need:H_(n),free:H_(r)}),a=n!==null&&r!==null&&n>r&&t.state===`cold`,o=[D(`studio.model.${t.state}`),i].filter(e=>e!==``).join(` · `);return g`<p class="note ${t.state}" role="status" data-testid="model-state" data-state=${t.state}>
        <i class="dot"></i><span>${t.state===`failed`&&t.error?t.error:o}</span>
        ${t.state===`cold`||t.state===`failed`?g`<button
              data-testid="model-load"
              @click=${()=>this.dispatchEvent(new CustomEvent(`load`,{detail:e.id}))}
            >
              ${D(t.state===`cold`?`studio.modelLoad`:`common.retry`)}
            </button>`:v}
      </p>
      ${t.state===`loading`?g`<div class="bar" role="progressbar" aria-label=${o}><i></i></div>`:v}
      ${a?g`<p class="note">${D(`studio.modelTight`)}</p>`:v}`}};j([x({attribute:!1})],Hy.prototype,`models`,void 0),j([x({attribute:!1})],Hy.prototype,`card`,void 0),j([x({attribute:!1})],Hy.prototype,`memory`,void 0),Hy=j([b(`rashin-model-chooser`)],Hy);var Uy=class extends y{static{this.styles=[T,Ry,h`
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
    `]}constructor(){super(),this.seed=0,this.locked=!0,this.seen=[],new A(this)}put(e){Q(this,{seed:e,noise:null,first:null,second:null})}render(){return g`<h2><label for="seed">${D(`studio.seed`)}</label></h2>
      <div class="seed">
        <input
          id="seed"
          class="figure"
          type="number"
          inputmode="numeric"
          data-testid="seed"
          min="0"
          max=${Wu}
          .value=${String(this.seed)}
          @input=${e=>{let t=e.target.valueAsNumber;Number.isInteger(t)&&t>=0&&t<=Wu&&this.put(t)}}
        />
        <button
          class="icon"
          data-testid="roll"
          aria-label=${D(`studio.roll`)}
          title=${D(`studio.roll`)}
          @click=${()=>this.put(Ku())}
        >
          ${w(`dice`)}
        </button>
        <button
          class="icon"
          data-testid="lock"
          aria-pressed=${this.locked}
          aria-label=${D(`studio.lock`)}
          title=${this.locked?D(`studio.unlock`):D(`studio.lock`)}
          @click=${()=>this.dispatchEvent(new CustomEvent(`lock`,{detail:!this.locked}))}
        >
          ${w(this.locked?`lock`:`unlock`)}
        </button>
      </div>
      ${this.seen.length>1?this.strip():v}`}strip(){return g`<div class="seen" role="group" aria-label=${D(`studio.seenSeeds`)} data-testid="seen-seeds">
      ${this.seen.map(e=>g`<button
            data-testid="seen-${e.seed}"
            aria-label=${D(`atlas.seed`,{seed:e.seed})}
            title=${D(`atlas.seed`,{seed:e.seed})}
            aria-current=${e.seed===this.seed}
            @click=${()=>this.put(e.seed)}
          >
            <img src=${e.url} alt="" loading="lazy" />
          </button>`)}
    </div>`}};j([x({type:Number})],Uy.prototype,`seed`,void 0),j([x({type:Boolean})],Uy.prototype,`locked`,void 0),j([x({attribute:!1})],Uy.prototype,`seen`,void 0),Uy=j([b(`rashin-seed-knob`)],Uy);var Wy=class extends y{static{this.styles=[T,Ry,h`
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
    `]}constructor(){super(),this.image=null,this.strength=Gu,new A(this)}render(){return g`<h2>${D(`studio.start`)}</h2>
      ${this.image===null?this.empty():this.full(this.image)}
      <input
        type="file"
        class="off"
        data-testid="start-file"
        tabindex="-1"
        aria-label=${D(`studio.choose`)}
        accept="image/png,image/jpeg,image/webp"
        @change=${()=>{let e=[...this.input.files??[]];this.dispatchEvent(new CustomEvent(`start`,{detail:e})),this.input.value=``}}
      />`}empty(){return g`<button class="empty" data-testid="start-choose" @click=${()=>this.input.click()}>
      ${w(`image`)}<span>${D(`studio.startHint`)} <u>${D(`studio.choose`)}</u></span>
    </button>`}full(e){return g`<div class="row">
      <img src="${B}/images/${e}.png" alt=${D(`studio.start`)} data-testid="start-image" />
      <rashin-slider
        name="strength"
        label=${D(`studio.strength`)}
        title=${D(`studio.strengthHint`)}
        .min=${.05}
        .max=${1}
        .step=${.05}
        .value=${this.strength}
        .home=${Gu}
        @slide=${e=>Q(this,{strength:e.detail},`drag`)}
        @settle=${()=>Iy(this)}
      ></rashin-slider>
      <button
        class="bare icon"
        data-testid="start-away"
        aria-label=${D(`studio.removePicture`)}
        title=${D(`studio.removePicture`)}
        @click=${()=>Q(this,{image:null})}
      >
        ${w(`close`)}
      </button>
    </div>`}};j([x()],Wy.prototype,`image`,void 0),j([x({type:Number})],Wy.prototype,`strength`,void 0),j([C(`input[type=file]`)],Wy.prototype,`input`,void 0),Wy=j([b(`rashin-start-picture`)],Wy);var Gy=class extends y{static{this.styles=[T,h`
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
    `]}constructor(){super(),this.first=null,this.second=null,this.t=.5,new A(this)}tell(e,t){this.dispatchEvent(new CustomEvent(e,{detail:t}))}slot_(e){let t=this[e],n=D(`studio.${e}`);return t===null?g`<figure>
        <button class="slot" @click=${()=>this.input.click()}>
          ${w(`image`)}<span>${D(`studio.dropHint`)} <u>${D(`studio.choose`)}</u></span>
        </button>
        <figcaption>${n}</figcaption>
      </figure>`:g`<figure>
      <div class="slot full"><img src="${B}/images/${t}.png" alt=${n} data-testid="original-${e}" /></div>
      <button class="bare icon away" aria-label=${D(`studio.removePicture`)} @click=${()=>this.tell(`away`,e)}>
        ${w(`close`)}
      </button>
      <figcaption>${n} · ${D(`studio.original`)}</figcaption>
    </figure>`}render(){return g`<div class="pair">${this.slot_(`first`)}${this.slot_(`second`)}</div>
      <input
        type="file"
        class="off"
        data-testid="file"
        tabindex="-1"
        aria-label=${D(`studio.choose`)}
        accept="image/png,image/jpeg,image/webp"
        multiple
        @change=${()=>{this.tell(`files`,[...this.input.files??[]]),this.input.value=``}}
      />
      ${this.second===null?v:g`<rashin-slider
            name="slider-t"
            label=${D(`studio.betweenTwo`)}
            .value=${this.t}
            .home=${.5}
            @slide=${e=>this.tell(`slide`,e.detail)}
            @settle=${e=>this.tell(`settle`,e.detail)}
          ></rashin-slider>`}`}};j([x()],Gy.prototype,`first`,void 0),j([x()],Gy.prototype,`second`,void 0),j([x({type:Number})],Gy.prototype,`t`,void 0),j([C(`input[type=file]`)],Gy.prototype,`input`,void 0),Gy=j([b(`rashin-uploads`)],Gy);function Ky(e,t){let n=/^(.*?)(?:,\s*|^)([^,]+?)\s+style\s*$/i.exec(e),r=n?.[2]?.trim().toLowerCase(),i=t.find(e=>e.toLowerCase()===r);return n&&i!==void 0?[(n[1]??``).replace(/[,\s]+$/,``),i]:[e,null]}var qy=(e,t)=>Ky(e,t)[1];function Jy(e,t,n){let[r]=Ky(e,t),i=r.replace(/[,\s]+$/,``);return n===null?i:i===``?`${n} style`:`${i}, ${n} style`}var Yy=class extends y{static{this.styles=[T,Ry,h`
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
      .switch small,
      .idle {
        color: var(--soft);
      }
      .idle {
        display: block;
        margin-top: 4px;
        font-size: 0.83rem;
      }
      input[type="checkbox"] {
        width: 20px;
        height: 20px;
        accent-color: var(--accent);
        margin: 0;
        flex: none;
      }
    `]}constructor(){super(),this.card=null,this.studio=null,this.locked=!0,this.open=!1,new A(this)}enter(e){e.key!==`Enter`||e.shiftKey||e.isComposing||(e.preventDefault(),Iy(this))}typed(e,t){let n=t.target.value;Q(this,{[e]:n,...this.locked?{}:{seed:Ku(),noise:null}},`typing`)}render(){let{card:e,studio:t}=this;return!e||!t?v:g`<label class="field">
        <h2>${D(`studio.prompt`)}</h2>
        <textarea
          data-testid="prompt"
          maxlength="2000"
          spellcheck="false"
          placeholder=${D(`studio.promptPlaceholder`)}
          .value=${t.prompt}
          @input=${e=>this.typed(`prompt`,e)}
          @keydown=${e=>this.enter(e)}
        ></textarea>
      </label>
      ${e.styles.length>0?this.styles_(e,t):v}
      ${e.promptWeighting?this.weighting(t):v}
      ${e.negativePrompt?this.negative(t):v}`}styles_(e,t){let n=qy(t.prompt,e.styles),r=n=>Q(this,{prompt:Jy(t.prompt,e.styles,n)});return g`<div class="group">
      <h2>${D(`studio.style`)}</h2>
      <div class="chips" data-testid="style">
        <button aria-pressed=${n===null} @click=${()=>r(null)}>${D(`studio.noStyle`)}</button>
        ${e.styles.map(e=>g`<button data-testid="style-${e}" aria-pressed=${n===e} @click=${()=>r(e)}>${e}</button>`)}
      </div>
    </div>`}weighting(e){return g`<label class="switch">
      <input
        type="checkbox"
        data-testid="weighted"
        .checked=${e.weighted}
        @change=${e=>Q(this,{weighted:e.target.checked})}
      />
      <span>${D(`studio.weighting`)} <small>${D(`studio.weightingHint`)}</small></span>
    </label>`}negative(e){return e.negative===``&&!this.open?g`<button
        class="bare add"
        data-testid="add-negative"
        @click=${async()=>{this.open=!0,await this.updateComplete,this.renderRoot.querySelector(`[data-testid=negative]`)?.focus()}}
      >
        ${w(`plus`)}${D(`studio.negative`)}
      </button>`:g`<label class="field">
      <h2>${D(`studio.negative`)}</h2>
      <textarea
        class="small"
        data-testid="negative"
        maxlength="2000"
        spellcheck="false"
        placeholder=${D(`studio.negativePlaceholder`)}
        .value=${e.negative}
        @input=${e=>this.typed(`negative`,e)}
        @keydown=${e=>this.enter(e)}
      ></textarea>
      ${e.guidance<=1?g`<small class="idle">${D(`studio.negativeIdle`)}</small>`:v}
    </label>`}};j([x({attribute:!1})],Yy.prototype,`card`,void 0),j([x({attribute:!1})],Yy.prototype,`studio`,void 0),j([x({type:Boolean})],Yy.prototype,`locked`,void 0),j([S()],Yy.prototype,`open`,void 0),Yy=j([b(`rashin-words-knob`)],Yy);var Xy=class extends y{static{this.styles=[T,Ry]}constructor(){super(),this.models=[],this.card=null,this.studio=null,this.memory=null,this.seen=[],this.locked=!0,new A(this)}tell(e,t=null){this.dispatchEvent(new CustomEvent(e,{detail:t}))}render(){let{card:e,studio:t}=this;return!e||!t?v:g`
      <rashin-model-chooser
        .models=${this.models}
        .card=${e}
        .memory=${this.memory}
        @model=${e=>this.tell(`model`,e.detail)}
        @load=${e=>this.tell(`load`,e.detail)}
      ></rashin-model-chooser>
      ${e.usesWords?this.words(e,t):this.pictures(t)}
      ${t.noise===null?v:this.noise(e,t.noise)}
      ${e.imageToImage?g`<rashin-start-picture
            .image=${t.image}
            .strength=${t.strength}
            @start=${e=>this.tell(`start`,e.detail)}
          ></rashin-start-picture>`:v}
      <rashin-seed-knob
        .seed=${t.seed}
        .locked=${this.locked}
        .seen=${this.seen}
        @lock=${e=>{this.locked=e.detail}}
      ></rashin-seed-knob>
      <rashin-depth-knobs .card=${e} .studio=${t}></rashin-depth-knobs>
      ${e.loras.length>0?this.loras(e.loras,t):v}
      ${e.directions.length>0?this.directions(e.directions,t):v}
    `}words(e,t){return t.conditioning===null?g`<rashin-words-knob .card=${e} .studio=${t} .locked=${this.locked}></rashin-words-knob>`:this.expression(t.conditioning,{conditioning:null})}pictures(e){return g`<rashin-uploads
        .first=${e.first}
        .second=${e.second}
        .t=${e.t}
        @files=${e=>this.tell(`files`,e.detail)}
        @away=${t=>Q(this,t.detail===`second`?{second:null}:{first:e.second,second:null})}
        @slide=${e=>Q(this,{t:e.detail},`drag`)}
        @settle=${()=>Iy(this)}
      ></rashin-uploads>
      <button
        data-testid="sample"
        @click=${()=>Q(this,{seed:Ku(),noise:null,first:null,second:null})}
      >
        ${w(`dice`)}${D(`studio.sample`)}
      </button>`}noise(e,t){let n=ld(t);return n?g`<rashin-inverted
      .card=${e}
      .sha256=${n.sha256}
      .method=${n.method}
      @again=${()=>this.tell(`invert`,n.sha256)}
    ></rashin-inverted>`:this.expression(t,{noise:null})}expression(e,t){return g`<div class="expression">
      <h2>${D(`studio.expression`)}</h2>
      <code>${e}</code>
      <button @click=${()=>Q(this,t)}>${D(`studio.expressionClear`)}</button>
    </div>`}loras(e,t){return g`<div class="group">
      ${this.titled(D(`studio.loras`),t.loras,{loras:{}})}
      ${e.map(e=>g`<rashin-slider
            name="lora-${e.id}"
            label=${O(e.title)}
            .min=${e.range.min}
            .max=${e.range.max}
            .step=${.05}
            .value=${t.loras[e.id]??0}
            @slide=${t=>Q(this,{loras:{...this.studio?.loras,[e.id]:t.detail}},`drag`)}
            @settle=${()=>Iy(this)}
          ></rashin-slider>`)}
    </div>`}directions(e,t){return g`<div class="group" title=${D(`studio.slidersHint`)}>
      ${this.titled(D(`studio.sliders`),t.scales,{scales:{}})}
      ${e.map(e=>g`<rashin-slider
          name="slider-${e.id}"
          label=${O(e.title)}
          .min=${e.min}
          .max=${e.max}
          .step=${e.step}
          .value=${t.scales[e.id]??0}
          @slide=${t=>Q(this,{scales:{...this.studio?.scales,[e.id]:t.detail}},`drag`)}
          @settle=${()=>Iy(this)}
        ></rashin-slider>`)}
    </div>`}titled(e,t,n){return g`<div class="titled">
      <h2>${e}</h2>
      <button
        class="bare"
        data-testid=${`loras`in n?`reset-loras`:`reset`}
        ?hidden=${Object.values(t).every(e=>e===0)}
        @click=${()=>Q(this,n)}
      >
        ${D(`studio.reset`)}
      </button>
    </div>`}};j([x({attribute:!1})],Xy.prototype,`models`,void 0),j([x({attribute:!1})],Xy.prototype,`card`,void 0),j([x({attribute:!1})],Xy.prototype,`studio`,void 0),j([x({attribute:!1})],Xy.prototype,`memory`,void 0),j([x({attribute:!1})],Xy.prototype,`seen`,void 0),j([S()],Xy.prototype,`locked`,void 0),Xy=j([b(`rashin-studio-knobs`)],Xy);var Zy=e=>typeof e==`number`&&Number.isFinite(e)?F(e):null;function Qy(e){let t=M(e,`a candidate`),n=I(t.scores);return{method:P(t.method),noise:P(t.noise),recipe:rn(t.recipe),render:ln(t.render),psnr_db:Zy(n.psnr_db),ssim:Zy(n.ssim)}}var $y=e=>N(M(e,`the candidates`).candidates).map(Qy),eb=async(e,t)=>$y(await V(`/inversions`,{method:`POST`,body:e,signal:t})),tb=class extends y{static{this.styles=[T,h`
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
    `]}constructor(){super(),this.sha256=``,this.card=null,this.candidates=[],new A(this)}scores(e){return[e.psnr_db===null?``:`${e.psnr_db.toFixed(1)} dB`,e.ssim===null?``:`SSIM ${e.ssim.toFixed(2)}`].filter(e=>e!==``).join(` · `)}render(){return g`<p class="quiet">${D(`studio.inversionHint`)}</p>
      <ul>
        <li>
          <img src="${B}/images/${this.sha256}.png" alt=${D(`studio.original`)} />
          <b>${D(`studio.original`)}</b>
        </li>
        ${this.candidates.map((e,t)=>this.one(e,t))}
      </ul>
      <footer>
        <button @click=${()=>this.dispatchEvent(new Event(`back`))}>${D(`studio.back`)}</button>
      </footer>`}one(e,t){let n=this.card?.inversions.find(t=>t.id===e.method),r=n?O(n.title):e.method;return g`<li class=${t===0?`best`:``}>
      <img src=${e.render.image?.url??``} alt=${r} data-testid="candidate-${t}" />
      <b>${r}</b>
      <small title=${D(`studio.scoresHint`)}>${this.scores(e)}${t===0?` · ${D(`studio.closest`)}`:``}</small>
      <button
        class=${t===0?`primary`:``}
        data-testid="pick-${t}"
        @click=${()=>this.dispatchEvent(new CustomEvent(`pick`,{detail:e}))}
      >
        ${D(`studio.pick`)}
      </button>
    </li>`}};j([x()],tb.prototype,`sha256`,void 0),j([x({attribute:!1})],tb.prototype,`card`,void 0),j([x({attribute:!1})],tb.prototype,`candidates`,void 0),tb=j([b(`rashin-candidates`)],tb);var nb=h`
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
`,rb=class extends y{static{this.styles=[T,nb]}constructor(){super(),this.models=[],this.card=null,this.prompt=``,this.sha256=``,this.stage=`choose`,this.model=null,this.candidates=[],this.problem=null,this.abort=new AbortController,new A(this)}disconnectedCallback(){super.disconnectedCallback(),this.abort.abort()}open(e){this.begin(e),this.stage=`choose`}openInversion(e){this.begin(e);let t=this.able(e=>e.inversions.length>0);t&&this.invert(t)}begin(e){this.sha256=e,this.problem=null,this.candidates=[],this.dialog.open||this.dialog.showModal()}close(){this.abort.abort(),this.dialog.close()}able(e){return this.card&&e(this.card)?this.card:this.models.find(e)??null}choose(e){this.dispatchEvent(new CustomEvent(`choose`,{detail:{...e,sha256:this.sha256}})),this.close()}async invert(e){this.abort.abort(),this.abort=new AbortController;let{signal:t}=this.abort;this.stage=`inverting`,this.model=e,this.problem=null;try{let n=e.usesWords&&this.prompt!==``?{prompt:this.prompt}:{},r=await eb({image:this.sha256,model:e.id,...n},t);if(t.aborted)return;this.candidates=r,this.stage=`pick`}catch(e){if(t.aborted)return;this.problem=z(e),this.stage=`choose`}}render(){let e=D(this.stage===`choose`?`studio.takeTitle`:`studio.inversionTitle`);return g`<dialog data-testid="take-picture" aria-label=${e} @close=${()=>this.abort.abort()}>
      <header>
        <h2>${e}</h2>
        <button class="bare icon" aria-label=${D(`common.close`)} @click=${()=>this.close()}>${w(`close`)}</button>
      </header>
      ${this.sha256===``?v:this.body()}
    </dialog>`}body(){return this.stage===`inverting`?this.inverting():this.stage===`pick`&&this.model?g`<rashin-candidates
        .sha256=${this.sha256}
        .card=${this.model}
        .candidates=${this.candidates}
        @pick=${e=>{this.model&&this.choose({as:`noise`,model:this.model,candidate:e.detail})}}
        @back=${()=>{this.stage=`choose`}}
      ></rashin-candidates>`:this.choices()}choices(){let e=this.able(e=>e.imageToImage),t=this.able(e=>e.inversions.length>0),n=this.models.find(e=>e.family===`vae`)??this.models.find(e=>!e.usesWords);return g`<div class="choose">
      <img class="mine" src="${B}/images/${this.sha256}.png" alt=${D(`studio.original`)} />
      <div class="ways">
        <rashin-notice
          ?hidden=${!this.problem}
          .problem=${this.problem}
          @dismiss=${()=>{this.problem=null}}
        ></rashin-notice>
        ${e?this.way(`start`,e,()=>this.choose({as:`start`,model:e})):v}
        ${t?this.way(`invert`,t,()=>void this.invert(t)):v}
        ${n?this.way(`pair`,n,()=>this.choose({as:`pair`,model:n})):v}
        ${e||t||n?v:g`<p class="quiet">${D(`studio.takeNone`)}</p>`}
      </div>
    </div>`}way(e,t,n){return g`<button class="way" data-testid="take-${e}" @click=${n}>
      ${w({start:`image`,invert:`spark`,pair:`between`}[e])}
      <span
        ><b>${D(`studio.take.${e}`)}</b><small>${D(`studio.take.${e}Hint`)}</small>
        ${t===this.card?v:g`<small class="with">${D(`studio.takeWith`,{model:O(t.title)})}</small>`}</span
      >
    </button>`}inverting(){return g`<div class="wait" role="status">
      <img class="mine" src="${B}/images/${this.sha256}.png" alt="" />
      <p>${D(`studio.inverting`)}</p>
      <div class="bar" role="progressbar" aria-label=${D(`studio.inverting`)}><i></i></div>
      <button
        data-testid="invert-cancel"
        @click=${()=>{this.abort.abort(),this.stage=`choose`}}
      >
        ${D(`common.cancel`)}
      </button>
    </div>`}};j([x({attribute:!1})],rb.prototype,`models`,void 0),j([x({attribute:!1})],rb.prototype,`card`,void 0),j([x()],rb.prototype,`prompt`,void 0),j([S()],rb.prototype,`sha256`,void 0),j([S()],rb.prototype,`stage`,void 0),j([S()],rb.prototype,`model`,void 0),j([S()],rb.prototype,`candidates`,void 0),j([S()],rb.prototype,`problem`,void 0),j([C(`dialog`)],rb.prototype,`dialog`,void 0),rb=j([b(`rashin-take-picture`)],rb);function ib(e,t,n){return Array.from({length:n},(n,r)=>{let i=e[r];return i?.pin?i:{seed:t+r+1,pin:!1}})}var ab=(e,t)=>e.map(e=>e.pin?e:{seed:t(),pin:!1}),ob=6,sb=class extends y{static{this.styles=[T,h`
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
    `]}constructor(){super(),this.card=null,this.studio=null,this.dear=!1,this.mode=`seeds`,this.amount=.35,this.seeds=[],this.likes=[],this.recipes=[],this.asked=``,this.own=NaN,this.around=NaN,new A(this)}willUpdate(e){let{studio:t,card:n}=this;if(!t||!n)return;this.likes.length===0&&(this.likes=Array.from({length:ob},(e,t)=>({seed:t+1,pin:!1}))),e.has(`studio`)&&t.seed!==this.around&&t.seed!==this.own&&(this.seeds=ib(this.seeds,t.seed,ob),this.around=t.seed,this.own=NaN);let r=this.row(t,n).map(e=>nd({...t,...e},n));JSON.stringify(r)!==JSON.stringify(this.recipes)&&(this.recipes=r)}row(e,t){if(this.mode===`seeds`||!t.usesWords)return this.seeds.map(({seed:e})=>({seed:e,noise:null,first:null,second:null}));let n=ed(e)??`noise(${e.seed})`,r=Number(this.amount.toFixed(2));return this.likes.map(({seed:e})=>({noise:`vary(${n}, amount=${r}, seed=${e})`}))}roll(){this.mode===`seeds`?this.seeds=ab(this.seeds,Ku):this.likes=ab(this.likes,Ku)}pin(e){let t=t=>t.map((t,n)=>n===e?{...t,pin:!t.pin}:t);this.mode===`seeds`?this.seeds=t(this.seeds):this.likes=t(this.likes)}take({index:e}){let{studio:t,card:n}=this,r=t&&n?this.row(t,n)[e]:void 0;r&&(r.seed!==void 0&&(this.own=r.seed),Q(this,r))}render(){let{studio:e,card:t}=this;if(!e||!t)return v;let n=this.mode===`seeds`?this.seeds:this.likes,r=n.map(({seed:e})=>this.mode===`seeds`?D(`atlas.seed`,{seed:e}):D(`studio.variation`,{n:e})),i=JSON.stringify(this.recipes);return g`<header>
        <div class="tabs" role="group" aria-label=${D(`studio.variationsKind`)}>
          ${this.tab(`seeds`,D(`studio.variations`))}
          ${t.usesWords?this.tab(`like`,D(`studio.moreLike`)):v}
        </div>
        ${this.mode===`like`?g`<rashin-slider
              name="amount"
              label=${D(`studio.amount`)}
              .min=${.05}
              .max=${1}
              .step=${.05}
              .value=${this.amount}
              .home=${.35}
              @settle=${e=>{this.amount=e.detail}}
            ></rashin-slider>`:v}
        <button class="bare icon" data-testid="roll-row" aria-label=${D(`studio.rollRow`)} title=${D(`studio.rollRow`)} @click=${()=>this.roll()}>
          ${w(`dice`)}
        </button>
      </header>
      ${this.dear&&this.asked!==i?g`<button
            class="ask"
            data-testid="make-row"
            @click=${()=>{this.asked=i}}
          >
            ${w(`spark`)}${D(`studio.makeRow`,{n:ob})}
          </button>`:g`<rashin-strip
            name="variation"
            class="six"
            data-testid="variations"
            .recipes=${this.recipes}
            .titles=${r}
            .pins=${n.map(e=>e.pin)}
            @pin=${e=>this.pin(e.detail)}
            @take=${e=>this.take(e.detail)}
          ></rashin-strip>`}`}tab(e,t){return g`<button
      class="bare"
      data-testid="row-${e}"
      aria-pressed=${this.mode===e}
      @click=${()=>{this.mode=e}}
    >
      ${t}
    </button>`}};j([x({attribute:!1})],sb.prototype,`card`,void 0),j([x({attribute:!1})],sb.prototype,`studio`,void 0),j([x({type:Boolean})],sb.prototype,`dear`,void 0),j([S()],sb.prototype,`mode`,void 0),j([S()],sb.prototype,`amount`,void 0),j([S()],sb.prototype,`seeds`,void 0),j([S()],sb.prototype,`likes`,void 0),j([S()],sb.prototype,`recipes`,void 0),j([S()],sb.prototype,`asked`,void 0),sb=j([b(`rashin-variations`)],sb);var cb=`rashin.seeds`,lb=12,ub=(e,t)=>[t,...e.filter(e=>e.seed!==t.seed)].slice(0,lb);function db(e){try{let t=JSON.parse(e??`[]`);return Array.isArray(t)?t.filter(e=>Number.isInteger(e?.seed)&&typeof e?.url==`string`).filter(e=>e.url.startsWith(`/api/`)).slice(0,lb):[]}catch{return[]}}var fb=()=>db(sessionStorage.getItem(cb));function pb(e){let t=ub(fb(),e);return sessionStorage.setItem(cb,JSON.stringify(t)),t}var mb=`studio`,hb=120,gb=110,_b=1200,vb=500,yb=600,bb=class{constructor(e,t){this.host=e,this.events=t,this.drawn=!1,this.slow=!1,this.dear=!1,this.step=null,this.busy=!1,this.sluggish=!1,this.draft=!1,this.wanted=null,e.addController(this)}hostConnected(){G().watch(mb,{frame:e=>{this.drawn=!0,this.step=e.final?null:{step:e.step,steps:e.steps},this.events.frame(e),this.host.requestUpdate()},done:(e,t,n)=>{this.working(!1),this.sluggish=n>gb,this.dear=n>_b,this.events.done()},failed:e=>{this.working(!1),this.events.failed(e)}})}hostDisconnected(){clearTimeout(this.askTimer),clearTimeout(this.slowTimer),G().forget(mb)}follow(e,t,n){this.wanted={studio:e,card:t},n===`drag`&&(this.draft||=this.sluggish),clearTimeout(this.askTimer),n===`typing`?this.askTimer=setTimeout(()=>this.ask(),this.dear?vb:hb):n===`drag`&&this.dear||this.ask()}settle(){let e=!this.draft;this.draft=!1,e||this.ask()}cancel(){clearTimeout(this.askTimer),G().cancel(mb),this.working(!1)}rest(){this.working(!1)}ask(){if(!this.wanted)return;let{studio:e,card:t}=this.wanted,n=(this.draft?Qu(t,e.steps):null)??e.steps;G().ask(mb,nd({...e,steps:n},t),this.dear||!t.resident),this.working(!0)}working(e){clearTimeout(this.slowTimer),this.busy=e,e?this.slow||(this.slowTimer=setTimeout(()=>{this.slow=!0,this.host.requestUpdate()},yb)):(this.slow=!1,this.step=null),this.host.requestUpdate()}},xb=class{constructor(e){this.page=e}async files(e){let{page:t}=this;for(let n of e.slice(0,2))try{let r=await Hi(n),i=t.models().find(e=>e.id===r.recipe?.model);r.recipe&&i?(t.restore(ud(r.recipe,i)),t.say(D(`studio.dropRestored`))):e.length>1||t.card()?.usesWords===!1?this.pair(r.sha256):t.ask(r.sha256)}catch(e){t.failed(e)}}async start([e]){let t=this.page.studio();if(e&&t)try{let{sha256:n}=await Hi(e);this.page.restore({...this.page.studio()??t,image:n})}catch(e){this.page.failed(e)}}chosen({as:e,sha256:t,model:n,candidate:r}){if(e===`pair`){this.pair(t);return}if(r?.recipe){this.page.restore(ud(r.recipe,n));return}let i=this.page.studio()??qu(n,``),a=i.model===n.id?i:Zu(i,n),o=r?.noise??null;this.page.restore({...a,...e===`noise`?{noise:o}:{image:t}})}pair(e){let t=this.page.models(),n=t.find(e=>e.family===`vae`)??t.find(e=>!e.usesWords);if(!n)return;let r=this.page.studio(),i=r?.model===n.id?r:qu(n,r?.prompt??``),a=i.first===null?{first:e}:{second:e,t:.5};this.page.restore({...i,noise:null,...a})}},Sb=t({StudioPage:()=>$,page:()=>wb}),Cb=1100,$=class extends y{static{this.styles=[T,Ny]}constructor(){super(),this.models=[],this.card=null,this.studio=null,this.rested=null,this.problem=null,this.kept=null,this.seen=fb(),this.toast=``,this.taking=new xb({models:()=>this.models,card:()=>this.card,studio:()=>this.studio,restore:e=>this.restore(e),ask:e=>this.chooser.open(e),say:e=>this.say(e),failed:e=>this.fail(e)}),this.drops=new sa(this,e=>void this.taking.files(e)),this.drawing=new bb(this,{frame:e=>void this.picture.show(new Blob([e.picture],{type:e.mime})),done:()=>{this.problem=null,this.keepDue&&this.keepNow()},failed:e=>this.fail(e)}),this.memory=new B_(this,()=>this.drawing.slow),this.stops=[],this.keepDue=!1,this.wasSlow=!1,this.keepAbort=new AbortController,new A(this)}connectedCallback(){super.connectedCallback();let e=new AbortController,{signal:t}=e;H.addEventListener(`change`,()=>this.requestUpdate(),{signal:t}),H.addEventListener(`settling`,()=>this.address(),{signal:t}),window.addEventListener(`popstate`,()=>this.read(),{signal:t}),this.stops.push(()=>e.abort(),na(e=>{e===`ready`&&(this.card===null?this.load():(!this.drawing.drawn||this.problem)&&this.draw())})),this.load()}disconnectedCallback(){super.disconnectedCallback();for(let e of this.stops.splice(0))e();for(let e of[this.meantTimer,this.toastTimer])clearTimeout(e);this.keepAbort.abort()}updated(e){let{studio:t}=this;t&&this.style.setProperty(`--ratio`,String(Number((t.width/t.height).toFixed(4)))),this.drawing.slow!==this.wasSlow&&this.memory.look(),this.wasSlow=this.drawing.slow}fail(e){e instanceof DOMException&&e.name===`AbortError`||(this.problem=z(e),this.drawing.rest(),this.keepDue=!1,ia())}async load(){try{this.models=await ji(),this.problem=null,this.read()}catch(e){this.fail(e)}}read(){let e=gd(location.search,this.models,D(`studio.promptPlaceholder`));e&&(clearTimeout(this.meantTimer),this.card=e.card,this.studio=this.rested=e.state,this.draw())}draw(e=`now`){this.studio&&this.card&&this.drawing.follow(this.studio,this.card,e)}change(e,t=`now`){this.studio&&(this.studio={...this.studio,...e},t===`now`&&(this.rested=this.studio),this.keepDue=!1,this.draw(t),clearTimeout(this.meantTimer),this.meantTimer=setTimeout(()=>this.settle(),Cb))}settle(){this.drawing.settle(),this.meant()}meant(){clearTimeout(this.meantTimer),this.studio&&this.card&&(this.rested=this.studio,ha(pd(this.studio,this.card)),this.drawing.busy?this.keepDue=!0:this.keepNow(),this.requestUpdate())}keepNow(){this.keepDue=!1,this.keep().catch(e=>this.fail(e))}async keep(){let{studio:e,card:t}=this;if(!e||!t)return null;this.keepAbort.abort(),this.keepAbort=new AbortController;let{signal:n}=this.keepAbort,r=await Fi(nd(e,t),{view:`studio-kept`,signal:n});return n.aborted||!r.image?null:(this.kept=r,this.history?.add(r),e.noise===null&&e.first===null&&(this.seen=pb({seed:e.seed,url:r.image.url})),r)}restore(e){let t=this.models.find(t=>t.id===e.model);t&&(this.card=t,this.studio=e,this.draw(),this.meant())}async step(e){try{await(e===`back`?H.undo():H.redo())}catch(e){this.fail(e)}}address(){clearTimeout(this.meantTimer),this.studio&&this.card&&ha(pd(this.studio,this.card))}say(e){this.toast=e,clearTimeout(this.toastTimer),this.toastTimer=setTimeout(()=>{this.toast=``},3500)}switchModel(e){e!==this.card&&this.studio&&(this.card=e,this.studio=Zu(this.studio,e),this.change({}),this.memory.look())}async loadModel(e){try{let t=Ni(e);setTimeout(()=>void this.memory.look(),200),await t,await this.memory.look()}catch(e){this.fail(e)}}async download(e){try{let t=await this.keep();if(!t?.image)return;let n=document.createElement(`a`);n.href=t.image.url.replace(/\.(png|webp)$/,`.${e}`),n.download=`${((this.card?.usesWords?this.studio?.prompt:this.studio?.model)??`picture`).replace(/[^\p{L}\p{N}]+/gu,`-`).slice(0,60)||`picture`}-${this.studio?.seed??0}.${e}`,n.click()}catch(e){this.fail(e)}}async verify(){try{let e=await this.keep();e&&await this.verdict.begin(e.id)}catch(e){this.fail(e)}}render(){let{card:e,studio:t}=this;return g`
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
            label=${e?.usesWords?D(`studio.picture`,{prompt:t?.prompt??``}):D(`studio.pictureSample`)}
          ></rashin-picture>
          ${this.drawing.drawn?v:g`<div class="over"><i class="spin"></i><span>${this.waitingFor(e)}</span></div>`}
          ${this.tag(t)} ${this.drawing.slow?this.progress(e):v}
        </div>
        <rashin-notice
          class=${this.problem?`on`:``}
          .problem=${this.problem}
          retry
          @retry=${()=>{this.problem=null,this.card?this.draw():this.load()}}
          @dismiss=${()=>{this.problem=null}}
        ></rashin-notice>
        ${e&&t?this.below(e,t):v}
      </div>
      <div class="memory">
        <rashin-history
          current=${this.kept?.id??``}
          @take=${e=>{let{recipe:t}=e.detail,n=this.models.find(e=>e.id===t?.model);t&&n&&this.restore(ud(t,n))}}
          @problem=${e=>this.fail(e.detail)}
        ></rashin-history>
      </div>
      <rashin-take-picture
        .models=${this.models}
        .card=${e}
        prompt=${t?.prompt??``}
        @choose=${e=>this.taking.chosen(e.detail)}
      ></rashin-take-picture>
      ${this.toast?g`<div class="toast" role="status">${this.toast}</div>`:v}
      ${this.drops.over?g`<div class="veil">${D(`studio.drop`)}</div>`:v}
    `}waitingFor(e){return D(e?this.memory.of(e.id)?.state===`loading`?`studio.loadingModel`:`studio.drawing`:`studio.waiting`)}progress(e){let{step:t}=this.drawing;return g`<rashin-progress
      words=${t?D(`studio.drawingStep`,t):this.waitingFor(e)}
      .share=${t?t.step/Math.max(1,t.steps):null}
      data-testid="progress"
      @cancel=${()=>this.drawing.cancel()}
    ></rashin-progress>`}tag(e){return!e||e.first===null||e.noise!==null?v:g`<span class="tag">${e.second===null?D(`studio.reconstruction`):D(`studio.betweenTwo`)}</span>`}below(e,t){return g`<rashin-bench
        .recipe=${nd(t,e)}
        .back=${H.before!==null}
        .forth=${H.after!==null}
        @undo=${()=>void this.step(`back`)}
        @redo=${()=>void this.step(`forth`)}
        @download=${e=>void this.download(e.detail)}
        @verify=${()=>void this.verify()}
      ></rashin-bench>
      <rashin-verdict></rashin-verdict>
      <rashin-variations
        .card=${e}
        .studio=${this.rested?.model===t.model?this.rested:t}
        .dear=${this.drawing.dear}
        @knob=${e=>this.change(e.detail.patch,e.detail.pace)}
      ></rashin-variations>`}};j([S()],$.prototype,`models`,void 0),j([S()],$.prototype,`card`,void 0),j([S()],$.prototype,`studio`,void 0),j([S()],$.prototype,`problem`,void 0),j([S()],$.prototype,`kept`,void 0),j([S()],$.prototype,`seen`,void 0),j([S()],$.prototype,`toast`,void 0),j([C(`rashin-picture`)],$.prototype,`picture`,void 0),j([C(`rashin-history`)],$.prototype,`history`,void 0),j([C(`rashin-take-picture`)],$.prototype,`chooser`,void 0),j([C(`rashin-verdict`)],$.prototype,`verdict`,void 0),$=j([b(`studio-page`)],$);var wb={path:`/studio`,title:`nav.studio`,order:2,icon:`brush`,mount(e){let t=document.createElement(`studio-page`);return e.append(t),()=>t.remove()}},Tb=12,Eb=e=>typeof e.title==`string`?D(e.title):O(e.title),Db=class extends y{static{this.styles=[T,Ry,h`
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
    `]}constructor(){super(),this.role_=``,this.axis=null,this.knobs=[],this.taken=[],this.fixed=!1,new A(this)}put(e){this.dispatchEvent(new CustomEvent(`axis`,{detail:e}))}render(){let{axis:e}=this,t=this.knobs.find(t=>t.id===e?.knob);if(!e||!t)return v;let n=t.kind===`whole`||t.kind===`figure`;return g`<div class="top">
        <h2>${this.role_}</h2>
        ${this.fixed?v:g`<button
              class="bare icon"
              data-testid="axis-remove"
              aria-label=${D(`sweeps.removeAxis`)}
              title=${D(`sweeps.removeAxis`)}
              @click=${()=>this.dispatchEvent(new Event(`away`))}
            >
              ${w(`close`)}
            </button>`}
      </div>
      <div class="how">${this.choose(e)} ${n?this.way(e):v}</div>
      <div class="values">
        ${t.kind===`words`?this.lines(e):t.kind===`choice`?this.choices(e,t):e.how===`list`?this.list(e,t):this.range(e)}
      </div>
      ${this.said(e,t)}`}choose(e){return g`<select
      data-testid="axis-knob"
      aria-label=${this.role_}
      @change=${e=>{let t=e.target.value,n=this.knobs.find(e=>e.id===t);n&&this.put(qm(n))}}
    >
      ${this.knobs.map(t=>g`<option
            value=${t.id}
            .selected=${t.id===e.knob}
            ?disabled=${t.id!==e.knob&&this.taken.includes(t.id)}
          >
            ${Eb(t)}
          </option>`)}
    </select>`}way(e){return g`<div class="segments" role="group">
      ${[`list`,`range`].map(t=>g`<button
            data-testid="axis-${t}"
            aria-pressed=${e.how===t}
            @click=${()=>this.put(this.turned(e,t))}
          >
            ${D(`sweeps.${t}`)}
          </button>`)}
    </div>`}turned(e,t){let n=this.knobs.find(t=>t.id===e.knob);if(!n||e.how===t)return e;let{values:r}=Xm(e,n),i=r.filter(e=>typeof e==`number`);return t===`list`||i.length===0?{...e,how:t,list:r.join(`, `)}:{...e,how:t,from:Math.min(...i),to:Math.max(...i),count:i.length}}lines(e){return g`<textarea
      data-testid="axis-values"
      aria-label=${D(`sweeps.many`)}
      placeholder=${D(`sweeps.linesHint`)}
      spellcheck="false"
      .value=${e.list}
      @input=${t=>this.put({...e,list:t.target.value})}
    ></textarea>`}list(e,t){return g`<input
      class="figure"
      data-testid="axis-values"
      aria-label=${D(`sweeps.many`)}
      placeholder=${t.kind===`whole`?D(`sweeps.listHint`):`0, 0.5, 1`}
      inputmode="text"
      spellcheck="false"
      autocomplete="off"
      .value=${e.list}
      @input=${t=>this.put({...e,list:t.target.value})}
    />`}choices(e,t){let n=new Set(Xm(e,t).values.map(String));return g`<div class="chips" role="group" aria-label=${D(`sweeps.many`)}>
      ${t.choices.map(r=>g`<button
            data-testid="axis-choice-${r}"
            aria-pressed=${n.has(r)}
            @click=${()=>{let i=t.choices.filter(e=>e===r?!n.has(r):n.has(e));this.put({...e,how:`list`,list:i.join(`, `)})}}
          >
            ${Fy(r)}
          </button>`)}
    </div>`}range(e){let t=(t,n)=>g`<label
        ><span>${n}</span>
        <input
          class="figure"
          type="number"
          step="any"
          data-testid="axis-${t}"
          .value=${String(e[t])}
          @input=${n=>{let r=n.target.valueAsNumber;Number.isFinite(r)&&this.put({...e,[t]:t===`count`?Math.min(r,1e3):r})}}
        />
      </label>`;return g`<div class="range">
      ${t(`from`,D(`sweeps.from`))} ${t(`to`,D(`sweeps.to`))} ${t(`count`,D(`sweeps.many`))}
    </div>`}said(e,t){let{values:n,wrong:r}=Xm(e,t);return r.length>0?g`<p class="said wrong">${D(`sweeps.wrong`,{words:r.slice(0,6).join(`, `)})}</p>`:n.length===0?g`<p class="said">${D(`sweeps.noValues`)}</p>`:t.kind===`words`||t.kind===`choice`||e.how===`list`?v:g`<p class="said" data-testid="axis-said">${(n.length>Tb?[...n.slice(0,5),`…`,...n.slice(-3)]:n).join(` · `)}</p>`}};j([x()],Db.prototype,`role_`,void 0),j([x({attribute:!1})],Db.prototype,`axis`,void 0),j([x({attribute:!1})],Db.prototype,`knobs`,void 0),j([x({attribute:!1})],Db.prototype,`taken`,void 0),j([x({type:Boolean})],Db.prototype,`fixed`,void 0),Db=j([b(`rashin-sweep-axis`)],Db);var Ob=class extends y{static{this.styles=[T,h`
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
    `]}constructor(){super(),this.sweep=null,this.card=null,this.titles=[],this.n=null,this.recipe=null,this.asked=``,new A(this)}get cell(){return this.n===null?null:this.sweep?.cells[this.n]??null}updated(e){let{cell:t}=this;e.has(`n`)&&(t&&!this.dialog.open&&this.dialog.showModal(),!t&&this.dialog.open&&this.dialog.close()),t?.image&&this.style.setProperty(`--ratio`,String(t.image.width/t.image.height)),t&&t.render_id!==``&&t.render_id!==this.asked&&this.ask(t.render_id)}async ask(e){this.asked=e,this.recipe=null;try{let t=await zi(e);this.asked===e&&(this.recipe=t.recipe)}catch{}}go(e){let t=this.sweep?.cells.length??0;this.n!==null&&t!==0&&this.tell((this.n+e+t)%t)}tell(e){this.dispatchEvent(new CustomEvent(`go`,{detail:e}))}key(e){(e.key===`ArrowLeft`||e.key===`ArrowRight`)&&(e.preventDefault(),this.go(e.key===`ArrowLeft`?-1:1))}render(){return g`<dialog
      data-testid="sweep-cell"
      aria-label=${D(`sweeps.cellTitle`)}
      @close=${()=>{this.n!==null&&this.tell(null)}}
      @click=${e=>{e.target===this.dialog&&this.dialog.close()}}
      @keydown=${e=>this.key(e)}
    >
      ${this.cell?this.body(this.cell):v}
    </dialog>`}body(e){let t=this.sweep?.cells.length??0;return g`<div class="card">
      ${e.image?g`<img class="large" src=${e.image.url} alt=${this.labels(e).join(`, `)} data-testid="large" />`:g`<p class="quiet">${e.error??D(`sweeps.cell.${e.state}`)}</p>`}
      <div class="side">
        <header>
          <span>${(this.n??0)+1} / ${t}</span>
          <button class="bare icon" aria-label=${D(`sweeps.previous`)} @click=${()=>this.go(-1)}>${w(`left`)}</button>
          <button class="bare icon" data-testid="cell-next" aria-label=${D(`sweeps.next`)} @click=${()=>this.go(1)}>${w(`right`)}</button>
          <button class="bare icon" aria-label=${D(`common.close`)} @click=${()=>this.dialog.close()}>${w(`close`)}</button>
        </header>
        <dl>
          ${this.titles.map((t,n)=>g`<dt>${t}</dt>
              <dd class="swept">${this.sweep?.axes[n]?.labels[e.at[n]??0]}</dd>`)}
          ${this.facts()}
        </dl>
        ${this.recipe&&this.card?g`<a class="button" data-testid="cell-studio" href=${_d(this.recipe,this.card)}>
                ${D(`sweeps.open`)}
              </a>
              <rashin-copy-call
                .call=${{path:`/api/v1/renders`,body:{recipe:th(this.recipe)}}}
              ></rashin-copy-call>`:v}
      </div>
    </div>`}labels(e){return e.at.map((e,t)=>this.sweep?.axes[t]?.labels[e]??``)}facts(){let{recipe:e}=this;if(!e)return v;let t=th(e),n=new Set(this.sweep?.axes.map(e=>e.knob));return[[`prompt`,D(`studio.prompt.short`),t.prompt],[`seed`,D(`studio.seed`),t.seed],[`steps`,D(`studio.steps`),t.steps],[`guidance_scale`,D(`studio.guidance`),t.guidance_scale],[`strength`,D(`studio.strength`),t.strength]].filter(([e,,t])=>t!==void 0&&t!==``&&!n.has(e)).map(([,e,t])=>g`<dt>${e}</dt><dd>${String(t)}</dd>`)}};j([x({attribute:!1})],Ob.prototype,`sweep`,void 0),j([x({attribute:!1})],Ob.prototype,`card`,void 0),j([x({attribute:!1})],Ob.prototype,`titles`,void 0),j([x({attribute:!1})],Ob.prototype,`n`,void 0),j([S()],Ob.prototype,`recipe`,void 0),j([C(`dialog`)],Ob.prototype,`dialog`,void 0),Ob=j([b(`rashin-sweep-cell`)],Ob);var kb=[`sweeps.columns`,`sweeps.rows`,`sweeps.sheets`],Ab=class extends y{static{this.styles=[T,Ry,h`
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
    `]}constructor(){super(),this.draft=null,this.card=null,this.models=[],this.studio=``,this.asking=!1,this.base=[],this.baseKey=``,new A(this)}put(e){this.dispatchEvent(new CustomEvent(`draft`,{detail:e}))}axes(e){this.draft&&this.put({...this.draft,axes:e})}render(){let{draft:e,card:t}=this;if(!e||!t)return v;let n=Km(t),r=e.axes.map(e=>e.knob),i=n.find(e=>!r.includes(e.id));return g`${this.picture(e,t)}
      ${e.axes.map((t,i)=>g`<rashin-sweep-axis
            data-testid="axis-${i}"
            .role_=${D(kb[i]??`sweeps.sheets`)}
            .axis=${t}
            .knobs=${n}
            .taken=${r}
            ?fixed=${e.axes.length===1}
            @axis=${t=>this.axes(e.axes.with(i,t.detail))}
            @away=${()=>this.axes(e.axes.toSpliced(i,1))}
          ></rashin-sweep-axis>`)}
      ${e.axes.length<3&&i?g`<button
            class="add"
            data-testid="axis-add"
            @click=${()=>this.axes([...e.axes,qm(i)])}
          >
            ${w(`plus`)}${D(e.axes.length===1?`sweeps.addRows`:`sweeps.addAxis`)}
          </button>`:v}
      ${this.run(e,t)}`}picture(e,t){let{recipe:n}=e,r=JSON.stringify(n);r!==this.baseKey&&([this.baseKey,this.base]=[r,[n]]);let i=n.prompt??n.conditioning??``;return g`<div class="base">
      ${t.resident?g`<rashin-strip name="sweep-base" .recipes=${this.base} .titles=${[i]} @take=${()=>this.visit()}></rashin-strip>`:g`<span></span>`}
      <div>
        ${this.models.length>1?this.model(e,t):v}
        ${t.usesWords&&n.conditioning===void 0?g`<textarea
              data-testid="base-prompt"
              aria-label=${D(`sweeps.base`)}
              maxlength="2000"
              spellcheck="false"
              .value=${i}
              @input=${t=>{let r=t.target.value;this.put({...e,recipe:{...n,prompt:r}})}}
            ></textarea>`:v}
        <a class="edit" href=${this.studio}>${D(`sweeps.baseEdit`)}</a>
      </div>
    </div>`}model(e,t){return g`<select
      data-testid="base-model"
      aria-label=${D(`studio.model`)}
      @change=${t=>{let n=t.target.value,{prompt:r=D(`studio.promptPlaceholder`),seed:i=7}=e.recipe,a=this.models.find(e=>e.id===n);a&&this.dispatchEvent(new CustomEvent(`base`,{detail:{model:n,...a.usesWords&&{prompt:r},seed:i}}))}}
    >
      ${this.models.map(e=>g`<option value=${e.id} .selected=${e.id===t.id}>${O(e.title)}</option>`)}
    </select>`}visit(){this.renderRoot.querySelector(`a.edit`)?.click()}run(e,t){let n=nh(e,t),r=rh(n.axes),i=n.axes.some(e=>e.knob===`strength`)&&n.recipe.image===void 0,a=i?D(`sweeps.needsPicture`):r>1e3?D(`sweeps.tooMany`,{most:k(Zm)}):r>200?D(`sweeps.lots`):n.axes.map(e=>e.values.length).join(` × `),o=r>0&&r<=1e3&&!i&&!this.asking;return g`<div class="run">
        <div role="status">
          <b data-testid="cells" data-cells=${r}
            >${r===1?D(`sweeps.oneCell`):D(`sweeps.cells`,{n:k(r)})}</b
          >
          <small class=${r>200||i?`warn`:``} data-testid="cells-note">${a}</small>
        </div>
        <button
          class="primary"
          data-testid="run"
          ?disabled=${!o}
          @click=${()=>this.dispatchEvent(new Event(`run`))}
        >
          ${w(`play`)}${D(`sweeps.run`)}
        </button>
      </div>
      <rashin-copy-call .call=${{path:`/api/v1/sweeps`,body:n}}></rashin-copy-call>`}};j([x({attribute:!1})],Ab.prototype,`draft`,void 0),j([x({attribute:!1})],Ab.prototype,`card`,void 0),j([x({attribute:!1})],Ab.prototype,`models`,void 0),j([x()],Ab.prototype,`studio`,void 0),j([x({type:Boolean})],Ab.prototype,`asking`,void 0),Ab=j([b(`rashin-sweep-editor`)],Ab);var jb=class extends y{static{this.styles=[T,h`
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
    `]}constructor(){super(),this.sweep=null,this.sheet=0,this.titles=[],this.byPlace=new Map,new A(this)}willUpdate(e){e.has(`sweep`)&&this.sweep&&(this.byPlace=new Map(this.sweep.cells.map(e=>[e.at.join(),e])))}updated(){let{sweep:e}=this;if(!e)return;let t=e.axes[0]?.values.length??1,n=e.axes[1]?.values.length??1,r=Math.max(t,n*1.4),i=r<=4?176:r<=6?136:r<=9?104:r<=14?80:60;this.style.setProperty(`--cell`,`${i}px`);let{width:a=1,height:o=1}=e.recipe??{};this.style.setProperty(`--ratio`,String(a/o))}place(e,t){return[e,t,this.sheet].slice(0,this.sweep?.axes.length??0)}walk(e){let t={ArrowLeft:[-1,0],ArrowRight:[1,0],ArrowUp:[0,-1],ArrowDown:[0,1]}[e.key],n=e.target.dataset.place?.split(`,`).map(Number);if(!t||!n)return;e.preventDefault();let[r=0,i=0]=n,a=this.place(r+t[0],i+t[1]).slice(0,2).join(),o=this.renderRoot.querySelector(`button[data-place="${a}"]`);o?.focus(),o?.scrollIntoView({block:`nearest`,inline:`nearest`})}render(){let{sweep:e}=this;if(!e)return v;let[t,n]=e.axes;if(!t)return v;let r=n?.labels??[``];return g`<table data-testid="grid" @keydown=${e=>this.walk(e)}>
      <thead>
        <tr>
          <th scope="col">${this.titles[0]} →${n?g`<br />${this.titles[1]} ↓`:v}</th>
          ${t.labels.map(e=>g`<th scope="col" title=${e}><span>${e}</span></th>`)}
        </tr>
      </thead>
      <tbody>
        ${r.map((e,n)=>g`<tr>
              <th scope="row" title=${e}><span>${e}</span></th>
              ${t.values.map((e,t)=>g`<td>${this.cell(t,n)}</td>`)}
            </tr>`)}
      </tbody>
    </table>`}cell(e,t){let n=this.place(e,t),r=this.byPlace.get(n.join()),i=r?.state??`queued`,a=n.map((e,t)=>`${this.titles[t]} ${this.sweep?.axes[t]?.labels[e]}`),o=i===`done`?a.join(`, `):`${a.join(`, `)}: ${D(`sweeps.cell.${i}`)}`;return g`<button
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
      ${r?.image?g`<img src=${r.image.url} alt="" loading="lazy" />`:i===`failed`?`!`:v}
    </button>`}};j([x({attribute:!1})],jb.prototype,`sweep`,void 0),j([x({type:Number})],jb.prototype,`sheet`,void 0),j([x({attribute:!1})],jb.prototype,`titles`,void 0),jb=j([b(`rashin-sweep-grid`)],jb);var Mb=class extends y{static{this.styles=[T,h`
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
    `]}constructor(){super(),this.sweeps=[],this.models=[],this.current=``,this.more=!1,new A(this)}render(){return g`<h2>${D(`sweeps.earlier`)}</h2>
      ${this.sweeps.length===0?g`<p class="quiet">${D(`sweeps.earlierNone`)}</p>`:g`<ul data-testid="sweeps">
            ${this.sweeps.map(e=>this.one(e))}
          </ul>`}
      ${this.more?g`<button @click=${()=>this.dispatchEvent(new Event(`more`))}>${D(`common.more`)}</button>`:v}`}one(e){let{recipe:t}=e,n=t?rd(t.conditioning)||t.conditioning||t.model:e.id,r=this.models.find(e=>e.id===t?.model),i=r?Km(r):[],a=e.axes.map(e=>{let t=i.find(t=>t.id===e.knob);return`${t?Eb(t):e.knob} × ${e.values.length}`}),o=(e.created_at===``?null:new Date(e.created_at))?.toLocaleString(E()===`ja`?`ja-JP`:`en-GB`,{dateStyle:`medium`,timeStyle:`short`}),s=e.state===`done`?null:D(`sweeps.cell.${e.state}`);return g`<li>
      <a href="/sweeps?id=${e.id}" aria-current=${e.id===this.current}>
        <b>${n}</b>
        <small>${a.join(`, `)}</small>
        <small>${[o,s].filter(e=>e).join(` · `)}</small>
      </a>
    </li>`}};j([x({attribute:!1})],Mb.prototype,`sweeps`,void 0),j([x({attribute:!1})],Mb.prototype,`models`,void 0),j([x()],Mb.prototype,`current`,void 0),j([x({type:Boolean})],Mb.prototype,`more`,void 0),Mb=j([b(`rashin-sweep-list`)],Mb);var Nb=class extends y{static{this.styles=[T,h`
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
    `]}constructor(){super(),this.sweep=null,this.titles=[],new A(this)}render(){let{sweep:e}=this;return e?g`<table data-testid="table">
      <thead>
        <tr>
          <th scope="col">${D(`sweeps.picture`)}</th>
          ${this.titles.map(e=>g`<th scope="col">${e}</th>`)}
          <th scope="col">${D(`sweeps.stateTitle`)}</th>
        </tr>
      </thead>
      <tbody>
        ${e.cells.map(t=>this.row(e,t))}
      </tbody>
    </table>`:v}row(e,t){let n=t.at.map((t,n)=>e.axes[n]?.labels[t]??``);return g`<tr>
      <td>
        <button
          aria-label=${n.join(`, `)}
          ?disabled=${t.image===null}
          @click=${()=>this.dispatchEvent(new CustomEvent(`cell`,{detail:t.at}))}
        >
          ${t.image?g`<img src=${t.image.url} alt="" loading="lazy" />`:v}
        </button>
      </td>
      ${n.map(e=>g`<td>${e}</td>`)}
      <td class=${t.state}>${t.error??D(`sweeps.cell.${t.state}`)}</td>
    </tr>`}};j([x({attribute:!1})],Nb.prototype,`sweep`,void 0),j([x({attribute:!1})],Nb.prototype,`titles`,void 0),Nb=j([b(`rashin-sweep-table`)],Nb);var Pb=t({SweepsPage:()=>Ib,page:()=>Lb}),Fb=700,Ib=class extends y{static{this.styles=[T,h`
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
    `]}constructor(){super(),this.models=[],this.draft=null,this.card=null,this.sweep=null,this.earlier=[],this.more=null,this.problem=null,this.asking=!1,this.asTable=!1,this.sheet=0,this.open=null,this.gone=new AbortController,this.timer=0,this.opens=e=>{let t=e.detail.join();this.open=this.sweep?.cells.findIndex(e=>e.at.join()===t)??null},new A(this)}connectedCallback(){super.connectedCallback(),this.gone=new AbortController,this.begin()}disconnectedCallback(){super.disconnectedCallback(),this.gone.abort(),clearTimeout(this.timer)}async begin(){let e=new URLSearchParams(location.search);this.models=await wa(this.gone.signal);let t=uh(location.search,this.models,D(`studio.promptPlaceholder`));t&&([this.draft,this.card]=[t.draft,t.card]),this.asTable=e.get(`view`)===`table`,this.sheet=Number(e.get(`sheet`))||0;let n=e.get(`id`);n&&await this.follow(n,!0),await this.list()}async list(e){try{let t=await mf(e);this.earlier=e===void 0?t.items:[...this.earlier,...t.items],this.more=t.next}catch(e){this.problem=z(e)}}async follow(e,t=!1){clearTimeout(this.timer);try{let n=await pf(e,this.gone.signal);this.sweep=n,t&&this.edit(ih(n)),n.state===`queued`||n.state===`running`?this.timer=window.setTimeout(()=>void this.follow(e),Fb):t||this.list()}catch(e){this.gone.signal.aborted||(this.problem=z(e))}}edit(e){let t=this.models.find(t=>t.id===e?.recipe.model);e&&t&&([this.draft,this.card]=[e,t]),this.address()}address(){let e=new URLSearchParams(this.sweep?``:this.draft?ch(this.draft):``);this.sweep&&e.set(`id`,this.sweep.id),this.asTable&&e.set(`view`,`table`),this.sheet>0&&e.set(`sheet`,String(this.sheet)),ha(e.toString())}async run(){if(this.draft&&this.card){this.asking=!0,this.problem=null;try{let{recipe:e,axes:t}=nh(this.draft,this.card);this.sweep=await ff(e,t),this.sheet=0,this.address(),await this.follow(this.sweep.id),await this.list()}catch(e){this.problem=z(e)}finally{this.asking=!1}}}async stop(e){try{await hf(e),await this.follow(e)}catch(e){this.problem=z(e)}}rebase(e){let t=this.models.find(t=>t.id===e.model);t&&(clearTimeout(this.timer),this.sweep=null,this.edit(ah(e,t)))}titles(e){let t=this.models.find(t=>t.id===e.recipe?.model),n=t?Km(t):[];return e.axes.map(e=>{let t=n.find(t=>t.id===e.knob);return t?Eb(t):e.knob})}studio(){let{draft:e,card:t}=this;if(!e||!t)return`/studio`;let{prompt:n,seed:r,...i}=e.recipe;return _d({conditioning:n===void 0?``:JSON.stringify(n),noise:`noise(${r??0})`,steps:t.steps.default,guidance_scale:t.guidance.default,steering:[],...i},t)}render(){let{draft:e,card:t,sweep:n}=this,r=n?this.titles(n):[],i=this.models.find(e=>e.id===n?.recipe?.model)??null;return g`<aside>
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
        ${this.problem?g`<rashin-notice .problem=${this.problem}></rashin-notice>`:v}
        ${n?this.bar(n):v}
        ${n?this.asTable?g`<rashin-sweep-table .sweep=${n} .titles=${r} @cell=${this.opens}></rashin-sweep-table>`:g`<rashin-sweep-grid
                  .sweep=${n}
                  .sheet=${this.sheet}
                  .titles=${r}
                  @cell=${this.opens}
                ></rashin-sweep-grid>`:g`<div class="empty">${D(`sweeps.nothing`)}</div>`}
        <rashin-sweep-cell
          .sweep=${n}
          .card=${i}
          .titles=${r}
          .n=${this.open}
          @go=${e=>{this.open=e.detail}}
        ></rashin-sweep-cell>
      </section>`}bar(e){let t=k(e.cells.filter(e=>e.state===`done`).length),n=D(`sweeps.state.${e.state}`,{done:t,all:k(e.cells.length)}),r=e.state===`queued`||e.state===`running`,i=e.axes[2];return g`<div class="bar">
      <rashin-progress
        data-testid="sweep-progress"
        data-state=${e.state}
        .words=${n}
        .share=${e.progress}
        ?fixed=${!r}
        @cancel=${()=>void this.stop(e.id)}
      ></rashin-progress>
      ${i&&!this.asTable?g`<select
              aria-label=${D(`sweeps.sheets`)}
              @change=${e=>{this.sheet=Number(e.target.value),this.address()}}
            >
              ${i.labels.map((e,t)=>g`<option value=${t} .selected=${t===this.sheet}>${e}</option>`)}
            </select>`:v}
      <button
        data-testid="view"
        aria-pressed=${this.asTable}
        @click=${()=>{this.asTable=!this.asTable,this.address()}}
      >
        ${w(this.asTable?`grid`:`table`)}${D(this.asTable?`sweeps.grid`:`sweeps.table`)}
      </button>
      <a class="button" href=${gf(e.id)} download title=${D(`sweeps.csvHint`)}>${D(`sweeps.csv`)}</a>
      <a class="button" href=${_f(e.id)} download title=${D(`sweeps.pngHint`)}>${D(`sweeps.png`)}</a>
    </div>`}};j([S()],Ib.prototype,`models`,void 0),j([S()],Ib.prototype,`draft`,void 0),j([S()],Ib.prototype,`card`,void 0),j([S()],Ib.prototype,`sweep`,void 0),j([S()],Ib.prototype,`earlier`,void 0),j([S()],Ib.prototype,`more`,void 0),j([S()],Ib.prototype,`problem`,void 0),j([S()],Ib.prototype,`asking`,void 0),j([S()],Ib.prototype,`asTable`,void 0),j([S()],Ib.prototype,`sheet`,void 0),j([S()],Ib.prototype,`open`,void 0),Ib=j([b(`sweeps-page`)],Ib);var Lb={path:`/sweeps`,title:`nav.sweeps`,order:3,icon:`grid`,mount(e){let t=document.createElement(`sweeps-page`);return e.append(t),()=>t.remove()}},Rb=Object.values(Object.assign({"./pages/atlas.ts":Up,"./pages/history.ts":Ch,"./pages/journeys.ts":n_,"./pages/link.ts":o_,"./pages/maps.ts":u_,"./pages/models.ts":ev,"./pages/playground.ts":Fv,"./pages/queue.ts":vy,"./pages/scrub.ts":Ty,"./pages/studio.ts":Sb,"./pages/sweeps.ts":Pb})).map(e=>e.page).sort((e,t)=>e.order-t.order),zb=e=>Rb.find(t=>t.path===(e.replace(/\/+$/,``)||`/`)),Bb=`rashin.session.beside`,Vb=90,Hb=class extends y{static{this.styles=[T,h`
      :host {
        display: grid;
        grid-template-rows: var(--bar) auto minmax(0, 1fr);
        grid-template-columns: minmax(0, 1fr) auto;
        height: 100dvh;
      }
      header,
      rashin-shared-bar {
        grid-column: 1 / -1;
      }
      main,
      .lost {
        grid-row: 3;
        grid-column: 1;
      }
      rashin-session-panel {
        grid-row: 3;
        grid-column: 2;
        width: 320px;
        min-height: 0;
      }
      @media (max-width: 1100px) {
        rashin-session-panel {
          position: fixed;
          inset: var(--bar) 0 var(--tabs, 0px) auto;
          width: min(340px, 100vw);
          z-index: 30;
          box-shadow: var(--shadow);
        }
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
      rashin-page-bar {
        display: none;
      }
      @media (max-width: 1180px) {
        nav a {
          padding: 2px 9px 0;
        }
        .brand {
          margin-right: 6px;
        }
      }
      @media (max-width: 960px) {
        .brand span {
          display: none;
        }
      }
      @media (max-width: 760px) {
        :host {
          --bar: 48px;
          --tabs: calc(56px + env(safe-area-inset-bottom));
          grid-template-rows: var(--bar) auto minmax(0, 1fr) var(--tabs);
        }
        header {
          padding: 0 6px 0 14px;
        }
        .brand span {
          display: inline;
        }
        nav {
          visibility: hidden;
        }
        rashin-page-bar {
          grid-row: 4;
          grid-column: 1 / -1;
          display: block;
          min-width: 0;
          position: relative;
          z-index: 20;
        }
      }
    `]}constructor(){super(),this.page=zb(location.pathname),this.beside=localStorage.getItem(Bb)===`1`,new A(this),l(()=>this.requestUpdate()),window.addEventListener(`popstate`,()=>{this.page?.rereads&&this.page===zb(location.pathname)||this.go()}),window.addEventListener(`click`,e=>this.follow(e)),window.addEventListener(`keydown`,e=>this.takeBack(e)),H.start()}takeBack(e){if(e.defaultPrevented||!(e.ctrlKey||e.metaKey)||e.altKey)return;let t=e.key.toLowerCase()===`z`&&!e.shiftKey,n=e.key.toLowerCase()===`y`||e.key.toLowerCase()===`z`&&e.shiftKey,r=e.composedPath()[0],i=r instanceof HTMLTextAreaElement||r instanceof HTMLInputElement&&r.type!==`range`;!t&&!n||i||(e.preventDefault(),(t?H.undo():H.redo()).catch(()=>this.show(!0)))}show(e){this.beside=e,localStorage.setItem(Bb,e?`1`:`0`)}firstUpdated(){this.mount()}follow(e){if(e.defaultPrevented||e.button!==0||e.metaKey||e.ctrlKey||e.shiftKey)return;let t=e.composedPath().find(e=>e instanceof HTMLAnchorElement);!t||t.origin!==location.origin||t.hasAttribute(`download`)||t.target||zb(t.pathname)&&(e.preventDefault(),t.href!==location.href&&history.pushState(null,``,t.href),this.go(),this.main.focus({preventScroll:!0}))}go(){this.page=zb(location.pathname),this.mount()}mount(){this.leave?.(),this.leave=void 0,this.page&&(this.leave=this.page.mount(this.main)),document.title=`${this.page?`${D(this.page.title)} · `:``}Rashin`}render(){let e=o()===`dark`,t=Rb.filter(e=>e.order<Vb);return g`<header>
        <a class="button skip" href="#main" @click=${e=>{e.preventDefault(),this.main.focus()}}>${D(`nav.skip`)}</a>
        <a class="brand" href="/" aria-label="Rashin">${lt}<span>Rashin</span></a>
        ${this.page&&!this.page.headed?g`<h1 class="off">${D(this.page.title)}</h1>`:v}
        <nav>
          ${t.map(e=>g`<a href=${e.path} aria-current=${e===this.page?`page`:v}>${D(e.title)}</a>`)}
        </nav>
        <rashin-status></rashin-status>
        <button
          class="bare icon"
          data-testid="session"
          aria-label=${D(`session.open`)}
          title=${D(`session.title`)}
          aria-expanded=${this.beside}
          @click=${()=>this.show(!this.beside)}
        >
          ${w(`tree`)}
        </button>
        <button
          class="bare language"
          data-testid="language"
          aria-label=${D(`nav.languageLabel`)}
          lang=${E()===`ja`?`en`:`ja`}
          @click=${()=>It(E()===`ja`?`en`:`ja`)}
        >
          ${D(`nav.language`)}
        </button>
        <button class="bare icon" data-testid="theme" aria-label=${D(`nav.theme`)} @click=${c}>
          ${w(e?`sun`:`moon`)}
        </button>
      </header>
      <rashin-shared-bar></rashin-shared-bar>
      <main id="main" tabindex="-1" ?hidden=${!this.page}></main>
      ${this.beside?g`<rashin-session-panel @close=${()=>this.show(!1)}></rashin-session-panel>`:v}
      ${this.page?v:this.lost()}
      <rashin-page-bar .tabs=${t} current=${this.page?.path??``}></rashin-page-bar>`}lost(){return g`<main class="lost">
      ${lt}
      <h1>${D(`lost.title`)}</h1>
      <p class="quiet">${D(`lost.body`,{path:location.pathname})}</p>
      <p><a class="button" href="/">${D(`lost.home`)}</a></p>
    </main>`}};j([S()],Hb.prototype,`page`,void 0),j([S()],Hb.prototype,`beside`,void 0),j([C(`#main`)],Hb.prototype,`main`,void 0),Hb=j([b(`rashin-app`)],Hb),document.body.append(document.createElement(`rashin-app`));