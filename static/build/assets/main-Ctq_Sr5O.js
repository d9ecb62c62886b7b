var e=Object.defineProperty,t=(t,n)=>{let r={};for(var i in t)e(r,i,{get:t[i],enumerable:!0});return n||e(r,Symbol.toStringTag,{value:`Module`}),r},n=`rashin.theme`,r=matchMedia(`(prefers-color-scheme: dark)`),i=new EventTarget,a=()=>{let e=localStorage.getItem(n);return e===`light`||e===`dark`?e:null},o=()=>a()??(r.matches?`dark`:`light`);function s(){document.documentElement.dataset.theme=o(),i.dispatchEvent(new Event(`change`))}function c(){localStorage.setItem(n,o()===`dark`?`light`:`dark`),s()}function l(e){return i.addEventListener(`change`,e),()=>i.removeEventListener(`change`,e)}r.addEventListener(`change`,s),s();var u=globalThis,d=u.ShadowRoot&&(u.ShadyCSS===void 0||u.ShadyCSS.nativeShadow)&&`adoptedStyleSheets`in Document.prototype&&`replace`in CSSStyleSheet.prototype,f=Symbol(),ee=new WeakMap,te=class{constructor(e,t,n){if(this._$cssResult$=!0,n!==f)throw Error("CSSResult is not constructable. Use `unsafeCSS` or `css` instead.");this.cssText=e,this.t=t}get styleSheet(){let e=this.o,t=this.t;if(d&&e===void 0){let n=t!==void 0&&t.length===1;n&&(e=ee.get(t)),e===void 0&&((this.o=e=new CSSStyleSheet).replaceSync(this.cssText),n&&ee.set(t,e))}return e}toString(){return this.cssText}},ne=e=>new te(typeof e==`string`?e:e+``,void 0,f),p=(e,...t)=>new te(e.length===1?e[0]:t.reduce((t,n,r)=>t+(e=>{if(!0===e._$cssResult$)return e.cssText;if(typeof e==`number`)return e;throw Error(`Value passed to 'css' function must be a 'css' function result: `+e+`. Use 'unsafeCSS' to pass non-literal values, but take care to ensure page security.`)})(n)+e[r+1],e[0]),e,f),re=(e,t)=>{if(d)e.adoptedStyleSheets=t.map(e=>e instanceof CSSStyleSheet?e:e.styleSheet);else for(let n of t){let t=document.createElement(`style`),r=u.litNonce;r!==void 0&&t.setAttribute(`nonce`,r),t.textContent=n.cssText,e.appendChild(t)}},ie=d?e=>e:e=>e instanceof CSSStyleSheet?(e=>{let t=``;for(let n of e.cssRules)t+=n.cssText;return ne(t)})(e):e,{is:ae,defineProperty:oe,getOwnPropertyDescriptor:se,getOwnPropertyNames:ce,getOwnPropertySymbols:le,getPrototypeOf:ue}=Object,de=globalThis,fe=de.trustedTypes,pe=fe?fe.emptyScript:``,me=de.reactiveElementPolyfillSupport,he=(e,t)=>e,ge={toAttribute(e,t){switch(t){case Boolean:e=e?pe:null;break;case Object:case Array:e=e==null?e:JSON.stringify(e)}return e},fromAttribute(e,t){let n=e;switch(t){case Boolean:n=e!==null;break;case Number:n=e===null?null:Number(e);break;case Object:case Array:try{n=JSON.parse(e)}catch{n=null}}return n}},_e=(e,t)=>!ae(e,t),ve={attribute:!0,type:String,converter:ge,reflect:!1,useDefault:!1,hasChanged:_e};Symbol.metadata??=Symbol(`metadata`),de.litPropertyMetadata??=new WeakMap;var m=class extends HTMLElement{static addInitializer(e){this._$Ei(),(this.l??=[]).push(e)}static get observedAttributes(){return this.finalize(),this._$Eh&&[...this._$Eh.keys()]}static createProperty(e,t=ve){if(t.state&&(t.attribute=!1),this._$Ei(),this.prototype.hasOwnProperty(e)&&((t=Object.create(t)).wrapped=!0),this.elementProperties.set(e,t),!t.noAccessor){let n=Symbol(),r=this.getPropertyDescriptor(e,n,t);r!==void 0&&oe(this.prototype,e,r)}}static getPropertyDescriptor(e,t,n){let{get:r,set:i}=se(this.prototype,e)??{get(){return this[t]},set(e){this[t]=e}};return{get:r,set(t){let a=r?.call(this);i?.call(this,t),this.requestUpdate(e,a,n)},configurable:!0,enumerable:!0}}static getPropertyOptions(e){return this.elementProperties.get(e)??ve}static _$Ei(){if(this.hasOwnProperty(he(`elementProperties`)))return;let e=ue(this);e.finalize(),e.l!==void 0&&(this.l=[...e.l]),this.elementProperties=new Map(e.elementProperties)}static finalize(){if(this.hasOwnProperty(he(`finalized`)))return;if(this.finalized=!0,this._$Ei(),this.hasOwnProperty(he(`properties`))){let e=this.properties,t=[...ce(e),...le(e)];for(let n of t)this.createProperty(n,e[n])}let e=this[Symbol.metadata];if(e!==null){let t=litPropertyMetadata.get(e);if(t!==void 0)for(let[e,n]of t)this.elementProperties.set(e,n)}this._$Eh=new Map;for(let[e,t]of this.elementProperties){let n=this._$Eu(e,t);n!==void 0&&this._$Eh.set(n,e)}this.elementStyles=this.finalizeStyles(this.styles)}static finalizeStyles(e){let t=[];if(Array.isArray(e)){let n=new Set(e.flat(1/0).reverse());for(let e of n)t.unshift(ie(e))}else e!==void 0&&t.push(ie(e));return t}static _$Eu(e,t){let n=t.attribute;return!1===n?void 0:typeof n==`string`?n:typeof e==`string`?e.toLowerCase():void 0}constructor(){super(),this._$Ep=void 0,this.isUpdatePending=!1,this.hasUpdated=!1,this._$Em=null,this._$Ev()}_$Ev(){this._$ES=new Promise(e=>this.enableUpdating=e),this._$AL=new Map,this._$E_(),this.requestUpdate(),this.constructor.l?.forEach(e=>e(this))}addController(e){(this._$EO??=new Set).add(e),this.renderRoot!==void 0&&this.isConnected&&e.hostConnected?.()}removeController(e){this._$EO?.delete(e)}_$E_(){let e=new Map,t=this.constructor.elementProperties;for(let n of t.keys())this.hasOwnProperty(n)&&(e.set(n,this[n]),delete this[n]);e.size>0&&(this._$Ep=e)}createRenderRoot(){let e=this.shadowRoot??this.attachShadow(this.constructor.shadowRootOptions);return re(e,this.constructor.elementStyles),e}connectedCallback(){this.renderRoot??=this.createRenderRoot(),this.enableUpdating(!0),this._$EO?.forEach(e=>e.hostConnected?.())}enableUpdating(e){}disconnectedCallback(){this._$EO?.forEach(e=>e.hostDisconnected?.())}attributeChangedCallback(e,t,n){this._$AK(e,n)}_$ET(e,t){let n=this.constructor.elementProperties.get(e),r=this.constructor._$Eu(e,n);if(r!==void 0&&!0===n.reflect){let i=(n.converter?.toAttribute===void 0?ge:n.converter).toAttribute(t,n.type);this._$Em=e,i==null?this.removeAttribute(r):this.setAttribute(r,i),this._$Em=null}}_$AK(e,t){let n=this.constructor,r=n._$Eh.get(e);if(r!==void 0&&this._$Em!==r){let e=n.getPropertyOptions(r),i=typeof e.converter==`function`?{fromAttribute:e.converter}:e.converter?.fromAttribute===void 0?ge:e.converter;this._$Em=r;let a=i.fromAttribute(t,e.type);this[r]=a??this._$Ej?.get(r)??a,this._$Em=null}}requestUpdate(e,t,n,r=!1,i){if(e!==void 0){let a=this.constructor;if(!1===r&&(i=this[e]),n??=a.getPropertyOptions(e),!((n.hasChanged??_e)(i,t)||n.useDefault&&n.reflect&&i===this._$Ej?.get(e)&&!this.hasAttribute(a._$Eu(e,n))))return;this.C(e,t,n)}!1===this.isUpdatePending&&(this._$ES=this._$EP())}C(e,t,{useDefault:n,reflect:r,wrapped:i},a){n&&!(this._$Ej??=new Map).has(e)&&(this._$Ej.set(e,a??t??this[e]),!0!==i||a!==void 0)||(this._$AL.has(e)||(this.hasUpdated||n||(t=void 0),this._$AL.set(e,t)),!0===r&&this._$Em!==e&&(this._$Eq??=new Set).add(e))}async _$EP(){this.isUpdatePending=!0;try{await this._$ES}catch(e){Promise.reject(e)}let e=this.scheduleUpdate();return e!=null&&await e,!this.isUpdatePending}scheduleUpdate(){return this.performUpdate()}performUpdate(){if(!this.isUpdatePending)return;if(!this.hasUpdated){if(this.renderRoot??=this.createRenderRoot(),this._$Ep){for(let[e,t]of this._$Ep)this[e]=t;this._$Ep=void 0}let e=this.constructor.elementProperties;if(e.size>0)for(let[t,n]of e){let{wrapped:e}=n,r=this[t];!0!==e||this._$AL.has(t)||r===void 0||this.C(t,void 0,n,r)}}let e=!1,t=this._$AL;try{e=this.shouldUpdate(t),e?(this.willUpdate(t),this._$EO?.forEach(e=>e.hostUpdate?.()),this.update(t)):this._$EM()}catch(t){throw e=!1,this._$EM(),t}e&&this._$AE(t)}willUpdate(e){}_$AE(e){this._$EO?.forEach(e=>e.hostUpdated?.()),this.hasUpdated||(this.hasUpdated=!0,this.firstUpdated(e)),this.updated(e)}_$EM(){this._$AL=new Map,this.isUpdatePending=!1}get updateComplete(){return this.getUpdateComplete()}getUpdateComplete(){return this._$ES}shouldUpdate(e){return!0}update(e){this._$Eq&&=this._$Eq.forEach(e=>this._$ET(e,this[e])),this._$EM()}updated(e){}firstUpdated(e){}};m.elementStyles=[],m.shadowRootOptions={mode:`open`},m[he(`elementProperties`)]=new Map,m[he(`finalized`)]=new Map,me?.({ReactiveElement:m}),(de.reactiveElementVersions??=[]).push(`2.1.2`);var ye=globalThis,be=e=>e,xe=ye.trustedTypes,Se=xe?xe.createPolicy(`lit-html`,{createHTML:e=>e}):void 0,Ce=`$lit$`,h=`lit$${Math.random().toFixed(9).slice(2)}$`,we=`?`+h,Te=`<${we}>`,g=document,Ee=()=>g.createComment(``),De=e=>e===null||typeof e!=`object`&&typeof e!=`function`,Oe=Array.isArray,ke=e=>Oe(e)||typeof e?.[Symbol.iterator]==`function`,Ae=`[ 	
\f\r]`,je=/<(?:(!--|\/[^a-zA-Z])|(\/?[a-zA-Z][^>\s]*)|(\/?$))/g,Me=/-->/g,Ne=/>/g,_=RegExp(`>|${Ae}(?:([^\\s"'>=/]+)(${Ae}*=${Ae}*(?:[^ \t\n\f\r"'\`<>=]|("|')|))|$)`,`g`),Pe=/'/g,Fe=/"/g,Ie=/^(?:script|style|textarea|title)$/i,Le=e=>(t,...n)=>({_$litType$:e,strings:t,values:n}),v=Le(1),y=Le(2),b=Symbol.for(`lit-noChange`),x=Symbol.for(`lit-nothing`),Re=new WeakMap,S=g.createTreeWalker(g,129);function ze(e,t){if(!Oe(e)||!e.hasOwnProperty(`raw`))throw Error(`invalid template strings array`);return Se===void 0?t:Se.createHTML(t)}var Be=(e,t)=>{let n=e.length-1,r=[],i,a=t===2?`<svg>`:t===3?`<math>`:``,o=je;for(let t=0;t<n;t++){let n=e[t],s,c,l=-1,u=0;for(;u<n.length&&(o.lastIndex=u,c=o.exec(n),c!==null);)u=o.lastIndex,o===je?c[1]===`!--`?o=Me:c[1]===void 0?c[2]===void 0?c[3]!==void 0&&(o=_):(Ie.test(c[2])&&(i=RegExp(`</`+c[2],`g`)),o=_):o=Ne:o===_?c[0]===`>`?(o=i??je,l=-1):c[1]===void 0?l=-2:(l=o.lastIndex-c[2].length,s=c[1],o=c[3]===void 0?_:c[3]===`"`?Fe:Pe):o===Fe||o===Pe?o=_:o===Me||o===Ne?o=je:(o=_,i=void 0);let d=o===_&&e[t+1].startsWith(`/>`)?` `:``;a+=o===je?n+Te:l>=0?(r.push(s),n.slice(0,l)+Ce+n.slice(l)+h+d):n+h+(l===-2?t:d)}return[ze(e,a+(e[n]||`<?>`)+(t===2?`</svg>`:t===3?`</math>`:``)),r]},Ve=class e{constructor({strings:t,_$litType$:n},r){let i;this.parts=[];let a=0,o=0,s=t.length-1,c=this.parts,[l,u]=Be(t,n);if(this.el=e.createElement(l,r),S.currentNode=this.el.content,n===2||n===3){let e=this.el.content.firstChild;e.replaceWith(...e.childNodes)}for(;(i=S.nextNode())!==null&&c.length<s;){if(i.nodeType===1){if(i.hasAttributes())for(let e of i.getAttributeNames())if(e.endsWith(Ce)){let t=u[o++],n=i.getAttribute(e).split(h),r=/([.?@])?(.*)/.exec(t);c.push({type:1,index:a,name:r[2],strings:n,ctor:r[1]===`.`?Ge:r[1]===`?`?Ke:r[1]===`@`?qe:We}),i.removeAttribute(e)}else e.startsWith(h)&&(c.push({type:6,index:a}),i.removeAttribute(e));if(Ie.test(i.tagName)){let e=i.textContent.split(h),t=e.length-1;if(t>0){i.textContent=xe?xe.emptyScript:``;for(let n=0;n<t;n++)i.append(e[n],Ee()),S.nextNode(),c.push({type:2,index:++a});i.append(e[t],Ee())}}}else if(i.nodeType===8){if(i.data===we)c.push({type:2,index:a});else{let e=-1;for(;(e=i.data.indexOf(h,e+1))!==-1;)c.push({type:7,index:a}),e+=h.length-1}}a++}}static createElement(e,t){let n=g.createElement(`template`);return n.innerHTML=e,n}};function C(e,t,n=e,r){if(t===b)return t;let i=r===void 0?n._$Cl:n._$Co?.[r],a=De(t)?void 0:t._$litDirective$;return i?.constructor!==a&&(i?._$AO?.(!1),a===void 0?i=void 0:(i=new a(e),i._$AT(e,n,r)),r===void 0?n._$Cl=i:(n._$Co??=[])[r]=i),i!==void 0&&(t=C(e,i._$AS(e,t.values),i,r)),t}var He=class{constructor(e,t){this._$AV=[],this._$AN=void 0,this._$AD=e,this._$AM=t}get parentNode(){return this._$AM.parentNode}get _$AU(){return this._$AM._$AU}u(e){let{el:{content:t},parts:n}=this._$AD,r=(e?.creationScope??g).importNode(t,!0);S.currentNode=r;let i=S.nextNode(),a=0,o=0,s=n[0];for(;s!==void 0;){if(a===s.index){let t;s.type===2?t=new Ue(i,i.nextSibling,this,e):s.type===1?t=new s.ctor(i,s.name,s.strings,this,e):s.type===6&&(t=new Je(i,this,e)),this._$AV.push(t),s=n[++o]}a!==s?.index&&(i=S.nextNode(),a++)}return S.currentNode=g,r}p(e){let t=0;for(let n of this._$AV)n!==void 0&&(n.strings===void 0?n._$AI(e[t]):(n._$AI(e,n,t),t+=n.strings.length-2)),t++}},Ue=class e{get _$AU(){return this._$AM?._$AU??this._$Cv}constructor(e,t,n,r){this.type=2,this._$AH=x,this._$AN=void 0,this._$AA=e,this._$AB=t,this._$AM=n,this.options=r,this._$Cv=r?.isConnected??!0}get parentNode(){let e=this._$AA.parentNode,t=this._$AM;return t!==void 0&&e?.nodeType===11&&(e=t.parentNode),e}get startNode(){return this._$AA}get endNode(){return this._$AB}_$AI(e,t=this){e=C(this,e,t),De(e)?e===x||e==null||e===``?(this._$AH!==x&&this._$AR(),this._$AH=x):e!==this._$AH&&e!==b&&this._(e):e._$litType$===void 0?e.nodeType===void 0?ke(e)?this.k(e):this._(e):this.T(e):this.$(e)}O(e){return this._$AA.parentNode.insertBefore(e,this._$AB)}T(e){this._$AH!==e&&(this._$AR(),this._$AH=this.O(e))}_(e){this._$AH!==x&&De(this._$AH)?this._$AA.nextSibling.data=e:this.T(g.createTextNode(e)),this._$AH=e}$(e){let{values:t,_$litType$:n}=e,r=typeof n==`number`?this._$AC(e):(n.el===void 0&&(n.el=Ve.createElement(ze(n.h,n.h[0]),this.options)),n);if(this._$AH?._$AD===r)this._$AH.p(t);else{let e=new He(r,this),n=e.u(this.options);e.p(t),this.T(n),this._$AH=e}}_$AC(e){let t=Re.get(e.strings);return t===void 0&&Re.set(e.strings,t=new Ve(e)),t}k(t){Oe(this._$AH)||(this._$AH=[],this._$AR());let n=this._$AH,r,i=0;for(let a of t)i===n.length?n.push(r=new e(this.O(Ee()),this.O(Ee()),this,this.options)):r=n[i],r._$AI(a),i++;i<n.length&&(this._$AR(r&&r._$AB.nextSibling,i),n.length=i)}_$AR(e=this._$AA.nextSibling,t){for(this._$AP?.(!1,!0,t);e!==this._$AB;){let t=be(e).nextSibling;be(e).remove(),e=t}}setConnected(e){this._$AM===void 0&&(this._$Cv=e,this._$AP?.(e))}},We=class{get tagName(){return this.element.tagName}get _$AU(){return this._$AM._$AU}constructor(e,t,n,r,i){this.type=1,this._$AH=x,this._$AN=void 0,this.element=e,this.name=t,this._$AM=r,this.options=i,n.length>2||n[0]!==``||n[1]!==``?(this._$AH=Array(n.length-1).fill(new String),this.strings=n):this._$AH=x}_$AI(e,t=this,n,r){let i=this.strings,a=!1;if(i===void 0)e=C(this,e,t,0),a=!De(e)||e!==this._$AH&&e!==b,a&&(this._$AH=e);else{let r=e,o,s;for(e=i[0],o=0;o<i.length-1;o++)s=C(this,r[n+o],t,o),s===b&&(s=this._$AH[o]),a||=!De(s)||s!==this._$AH[o],s===x?e=x:e!==x&&(e+=(s??``)+i[o+1]),this._$AH[o]=s}a&&!r&&this.j(e)}j(e){e===x?this.element.removeAttribute(this.name):this.element.setAttribute(this.name,e??``)}},Ge=class extends We{constructor(){super(...arguments),this.type=3}j(e){this.element[this.name]=e===x?void 0:e}},Ke=class extends We{constructor(){super(...arguments),this.type=4}j(e){this.element.toggleAttribute(this.name,!!e&&e!==x)}},qe=class extends We{constructor(e,t,n,r,i){super(e,t,n,r,i),this.type=5}_$AI(e,t=this){if((e=C(this,e,t,0)??x)===b)return;let n=this._$AH,r=e===x&&n!==x||e.capture!==n.capture||e.once!==n.once||e.passive!==n.passive,i=e!==x&&(n===x||r);r&&this.element.removeEventListener(this.name,this,n),i&&this.element.addEventListener(this.name,this,e),this._$AH=e}handleEvent(e){typeof this._$AH==`function`?this._$AH.call(this.options?.host??this.element,e):this._$AH.handleEvent(e)}},Je=class{constructor(e,t,n){this.element=e,this.type=6,this._$AN=void 0,this._$AM=t,this.options=n}get _$AU(){return this._$AM._$AU}_$AI(e){C(this,e)}},Ye=ye.litHtmlPolyfillSupport;Ye?.(Ve,Ue),(ye.litHtmlVersions??=[]).push(`3.3.3`);var Xe=(e,t,n)=>{let r=n?.renderBefore??t,i=r._$litPart$;if(i===void 0){let e=n?.renderBefore??null;r._$litPart$=i=new Ue(t.insertBefore(Ee(),e),e,void 0,n??{})}return i._$AI(e),i},Ze=globalThis,w=class extends m{constructor(){super(...arguments),this.renderOptions={host:this},this._$Do=void 0}createRenderRoot(){let e=super.createRenderRoot();return this.renderOptions.renderBefore??=e.firstChild,e}update(e){let t=this.render();this.hasUpdated||(this.renderOptions.isConnected=this.isConnected),super.update(e),this._$Do=Xe(t,this.renderRoot,this.renderOptions)}connectedCallback(){super.connectedCallback(),this._$Do?.setConnected(!0)}disconnectedCallback(){super.disconnectedCallback(),this._$Do?.setConnected(!1)}render(){return b}};w._$litElement$=!0,w.finalized=!0,Ze.litElementHydrateSupport?.({LitElement:w});var Qe=Ze.litElementPolyfillSupport;Qe?.({LitElement:w}),(Ze.litElementVersions??=[]).push(`4.2.2`);var T=e=>(t,n)=>{n===void 0?customElements.define(e,t):n.addInitializer(()=>{customElements.define(e,t)})},$e={attribute:!0,type:String,converter:ge,reflect:!1,hasChanged:_e},et=(e=$e,t,n)=>{let{kind:r,metadata:i}=n,a=globalThis.litPropertyMetadata.get(i);if(a===void 0&&globalThis.litPropertyMetadata.set(i,a=new Map),r===`setter`&&((e=Object.create(e)).wrapped=!0),a.set(n.name,e),r===`accessor`){let{name:r}=n;return{set(n){let i=t.get.call(this);t.set.call(this,n),this.requestUpdate(r,i,e,!0,n)},init(t){return t!==void 0&&this.C(r,void 0,e,t),t}}}if(r===`setter`){let{name:r}=n;return function(n){let i=this[r];t.call(this,n),this.requestUpdate(r,i,e,!0,n)}}throw Error(`Unsupported decorator location: `+r)};function E(e){return(t,n)=>typeof n==`object`?et(e,t,n):((e,t,n)=>{let r=t.hasOwnProperty(n);return t.constructor.createProperty(n,e),r?Object.getOwnPropertyDescriptor(t,n):void 0})(e,t,n)}function D(e){return E({...e,state:!0,attribute:!1})}var tt=(e,t,n)=>(n.configurable=!0,n.enumerable=!0,Reflect.decorate&&typeof t!=`object`&&Object.defineProperty(e,t,n),n);function O(e,t){return(n,r,i)=>{let a=t=>t.renderRoot?.querySelector(e)??null;if(t){let{get:e,set:t}=typeof r==`object`?n:i??(()=>{let e=Symbol();return{get(){return this[e]},set(t){this[e]=t}}})();return tt(n,r,{get(){let n=e.call(this);return n===void 0&&(n=a(this),(n!==null||this.hasUpdated)&&t.call(this,n)),n}})}return tt(n,r,{get(){return a(this)}})}}var nt={search:y`<circle cx="11" cy="11" r="6.5"/><path d="m20 20-4.2-4.2"/>`,close:y`<path d="M6 6l12 12M18 6 6 18"/>`,plus:y`<path d="M12 5v14M5 12h14"/>`,minus:y`<path d="M5 12h14"/>`,home:y`<path d="M4 9V5a1 1 0 0 1 1-1h4M15 4h4a1 1 0 0 1 1 1v4M20 15v4a1 1 0 0 1-1 1h-4M9 20H5a1 1 0 0 1-1-1v-4"/>`,help:y`<rect x="3" y="6" width="18" height="12" rx="2"/><path d="M7 10h.01M11 10h.01M15 10h.01M8 14h8"/>`,sun:y`<circle cx="12" cy="12" r="4"/><path d="M12 3v2M12 19v2M3 12h2M19 12h2M5.6 5.6 7 7M17 17l1.4 1.4M18.4 5.6 17 7M7 17l-1.4 1.4"/>`,moon:y`<path d="M20 14.5A8 8 0 0 1 9.5 4a8 8 0 1 0 10.5 10.5z"/>`,dice:y`<rect x="4" y="4" width="16" height="16" rx="3.5"/><path d="M8.5 8.5h.01M15.5 8.5h.01M12 12h.01M8.5 15.5h.01M15.5 15.5h.01"/>`,lock:y`<rect x="5" y="11" width="14" height="9" rx="2"/><path d="M8 11V8a4 4 0 0 1 8 0v3"/>`,unlock:y`<rect x="5" y="11" width="14" height="9" rx="2"/><path d="M8 11V8a4 4 0 0 1 7.5-2"/>`,star:y`<path d="m12 4 2.5 5.1 5.6.8-4 4 1 5.6-5.1-2.7-5 2.7 1-5.6-4.1-4 5.6-.8z"/>`,copy:y`<rect x="9" y="9" width="11" height="11" rx="2"/><path d="M5 15V6a2 2 0 0 1 2-2h8"/>`,down:y`<path d="M12 4v11M7.5 11 12 15.5 16.5 11M5 20h14"/>`,undo:y`<path d="M9 14 4.5 9.5 9 5M5 9.5h9a5 5 0 0 1 0 10h-3"/>`,redo:y`<path d="m15 14 4.5-4.5L15 5M19 9.5h-9a5 5 0 0 0 0 10h3"/>`,spark:y`<path d="M12 4v4M12 16v4M4 12h4M16 12h4M7 7l2 2M15 15l2 2M17 7l-2 2M9 15l-2 2"/>`,between:y`<circle cx="5.5" cy="12" r="2.5"/><circle cx="18.5" cy="12" r="2.5"/><path d="M8.5 12h7" stroke-dasharray="1 3"/>`,warp:y`<path d="M4 6c4 0 4 4 8 4s4-4 8-4M4 12c4 0 4 4 8 4s4-4 8-4M4 18h16"/>`,image:y`<rect x="4" y="5" width="16" height="14" rx="2"/><circle cx="9" cy="10" r="1.5"/><path d="m5 18 5-5 3 3 2.5-2.5L20 18"/>`},k=e=>v`<svg class="i" viewBox="0 0 24 24" aria-hidden="true">${nt[e]}</svg>`,rt=v`<svg viewBox="0 0 32 32" width="26" height="26" aria-hidden="true">
  <circle cx="16" cy="16" r="14.2" fill="none" stroke="currentColor" stroke-width="1.8" />
  <path d="M21.8 5.6 18.6 17.3 13.4 14.7z" fill="var(--accent)" />
  <path d="M10.2 26.4 13.4 14.7 18.6 17.3z" fill="currentColor" />
</svg>`,A=p`
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
`,it={"nav.atlas":`Atlas`,"nav.studio":`Studio`,"nav.skip":`Skip to content`,"nav.language":`日本語`,"nav.languageLabel":`Change the language to Japanese`,"nav.theme":`Change between light and dark`,"status.ready":`Ready`,"status.starting":`The model is waking up`,"status.restarting":`The model is starting again`,"status.failed":`The model could not start`,"status.offline":`No connection to the server`,"lost.title":`There is nothing at this place`,"lost.body":`The map has no page at {path}.`,"lost.home":`Go to the Atlas`,"common.close":`Close`,"common.retry":`Try again`,"common.cancel":`Cancel`,"common.copied":`Copied`,"common.copyCurl":`Copy as curl`,"common.copyPython":`Copy as Python`,"common.loading":`Loading`,"common.more":`Load more`,"common.error":`Something went wrong`,"common.offlineHint":`Check that Rashin is still running, then try again.`,"atlas.label":`Map of pictures. Arrow keys walk from picture to picture, Enter opens, slash searches.`,"atlas.hint":`Drag · zoom · click anywhere, also where there is nothing`,"atlas.search":`Search by words`,"atlas.searchClear":`Clear the search`,"atlas.best":`Closest to “{words}”`,"atlas.searchNone":`No pictures match these words`,"atlas.colour":`Colour`,"atlas.all":`Show all`,"atlas.count":`{n} pictures`,"atlas.trust":`trustworthiness`,"atlas.recall":`recall@15`,"atlas.qualityHelp":`Trustworthiness: how many neighbours on the map are true ones. Recall@15: how many of the 15 true neighbours are near on the map.`,"atlas.zoomIn":`Zoom in`,"atlas.zoomOut":`Zoom out`,"atlas.home":`Show the whole map`,"atlas.help":`Keyboard help`,"atlas.loading":`Unfolding the map`,"atlas.none":`There is no map yet`,"atlas.noneHint":`Run “make map” to build one, then load this page again.`,"atlas.noGl":`This browser cannot draw the map`,"atlas.noGlHint":`The map needs WebGL 2. Turn on hardware acceleration, or use another browser.`,"atlas.pickSecond":`Now click a second picture`,"atlas.regions":`Regions in view`,"atlas.neighbours":`Nearest in the space itself`,"atlas.distortion":`Two dimensions lie here`,"atlas.distortionHelp":`Most true neighbours of this picture lie elsewhere on the map ({percent} % are torn away).`,"atlas.like":`More like this`,"atlas.between":`Between…`,"atlas.studio":`Open in Studio`,"atlas.recipe":`Recipe`,"atlas.landing":`Landed {distance} neighbours away, confidence {percent} %`,"atlas.landingNear":`Landed right where you clicked, confidence {percent} %`,"atlas.edge":`You clicked outside the known land; the nearest shore was taken.`,"atlas.decoding":`Making the picture of this place…`,"atlas.onlyOurs":`A place nobody had been to`,"atlas.seed":`seed {seed}`,"atlas.steps":`{n} steps`,"help.title":`Keyboard`,"help.arrows":`walk to the true neighbour in that direction`,"help.enter":`open the picture`,"help.slash":`search`,"help.zoom":`zoom in, zoom out, whole map`,"help.shift":`Shift + click`,"help.shiftDoes":`make a picture here, even when another one is near`,"help.esc":`close, step back`,"help.help":`this sheet`,"help.undo":`undo, redo (Studio)`,"studio.prompt":`What should it be?`,"studio.promptPlaceholder":`smiling cat`,"studio.model":`Model`,"studio.seed":`Seed`,"studio.roll":`Roll the seed`,"studio.lock":`Keep this seed`,"studio.unlock":`New seed with every change of words`,"studio.steps":`Steps`,"studio.guidance":`Guidance`,"studio.style":`Style`,"studio.noStyle":`any`,"studio.sliders":`Directions`,"studio.slidersHint":`Double-click a slider to put it back`,"studio.reset":`Reset`,"studio.variations":`Other seeds`,"studio.history":`History`,"studio.historyEmpty":`Pictures that you keep appear here.`,"studio.starred":`Starred only`,"studio.star":`Star this picture`,"studio.unstar":`Remove the star`,"studio.png":`PNG`,"studio.webp":`WebP`,"studio.download":`Download with recipe`,"studio.drop":`Drop a picture to explore it`,"studio.dropHint":`Drop a picture anywhere, or`,"studio.choose":`choose a file`,"studio.dropRestored":`The picture carried its recipe: everything is as it was.`,"studio.original":`Original`,"studio.reconstruction":`Reconstruction`,"studio.first":`Picture A`,"studio.second":`Picture B`,"studio.betweenTwo":`Between A and B`,"studio.sample":`New sample`,"studio.removePicture":`Take this picture away`,"studio.expression":`Made from an expression`,"studio.expressionClear":`Back to words`,"studio.picture":`The picture made from “{prompt}”`,"studio.pictureSample":`A picture from the model`,"studio.waiting":`The first picture comes when the model is awake`,"studio.undo":`Undo`,"studio.redo":`Redo`},at={"nav.atlas":`アトラス`,"nav.studio":`スタジオ`,"nav.skip":`本文へ移動`,"nav.language":`English`,"nav.languageLabel":`表示を英語に切り替える`,"nav.theme":`ライト／ダークを切り替える`,"status.ready":`準備完了`,"status.starting":`モデルを起動しています`,"status.restarting":`モデルを再起動しています`,"status.failed":`モデルを起動できませんでした`,"status.offline":`サーバーに接続できません`,"lost.title":`ここには何もありません`,"lost.body":`{path} というページは見つかりません。`,"lost.home":`アトラスへ`,"common.close":`閉じる`,"common.retry":`もう一度試す`,"common.cancel":`キャンセル`,"common.copied":`コピーしました`,"common.copyCurl":`curl をコピー`,"common.copyPython":`Python をコピー`,"common.loading":`読み込み中`,"common.more":`もっと見る`,"common.error":`問題が起きました`,"common.offlineHint":`羅針が動いているか確かめて、もう一度お試しください。`,"atlas.label":`絵の地図。矢印キーで絵から絵へ移動、Enter で開く、スラッシュで検索。`,"atlas.hint":`ドラッグ・ズーム・どこでもクリック（何もない所も）`,"atlas.search":`言葉で探す`,"atlas.searchClear":`検索を消す`,"atlas.best":`「{words}」に近い絵`,"atlas.searchNone":`この言葉に合う絵はありません`,"atlas.colour":`色分け`,"atlas.all":`すべて表示`,"atlas.count":`{n} 枚`,"atlas.trust":`信頼度`,"atlas.recall":`再現率@15`,"atlas.qualityHelp":`信頼度：地図上の隣どうしが本当に近い割合。再現率@15：本当に近い 15 枚のうち地図でも近くにある割合。`,"atlas.zoomIn":`拡大`,"atlas.zoomOut":`縮小`,"atlas.home":`全体を表示`,"atlas.help":`キー操作の説明`,"atlas.loading":`地図を広げています`,"atlas.none":`地図がまだありません`,"atlas.noneHint":`「make map」で地図を作ってから、ページを読み直してください。`,"atlas.noGl":`このブラウザーでは地図を描けません`,"atlas.noGlHint":`地図には WebGL 2 が必要です。ハードウェア支援を有効にするか、別のブラウザーをお使いください。`,"atlas.pickSecond":`もう 1 枚の絵をクリックしてください`,"atlas.regions":`見えている領域`,"atlas.neighbours":`空間の中で本当に近い絵`,"atlas.distortion":`ここでは二次元の図がゆがんでいます`,"atlas.distortionHelp":`本当に近い絵の多くが、地図では離れた所にあります（{percent} % が離れています）。`,"atlas.like":`似た絵をもっと`,"atlas.between":`あいだを見る…`,"atlas.studio":`スタジオで開く`,"atlas.recipe":`レシピ`,"atlas.landing":`クリックした所から隣 {distance} 個分の位置に着地、確信度 {percent} %`,"atlas.landingNear":`クリックした所にぴったり着地、確信度 {percent} %`,"atlas.edge":`地図の外だったので、いちばん近い岸を使いました。`,"atlas.decoding":`この場所の絵を作っています…`,"atlas.onlyOurs":`まだ誰も来たことのない場所`,"atlas.seed":`シード {seed}`,"atlas.steps":`{n} ステップ`,"help.title":`キー操作`,"help.arrows":`その方向の本当の隣へ移動`,"help.enter":`絵を開く`,"help.slash":`検索`,"help.zoom":`拡大・縮小・全体`,"help.shift":`Shift + クリック`,"help.shiftDoes":`近くに絵があっても、その場所の絵を作る`,"help.esc":`閉じる・戻る`,"help.help":`この説明`,"help.undo":`元に戻す・やり直す（スタジオ）`,"studio.prompt":`何を描きますか？`,"studio.promptPlaceholder":`笑っている猫`,"studio.model":`モデル`,"studio.seed":`シード`,"studio.roll":`シードを振り直す`,"studio.lock":`このシードを保つ`,"studio.unlock":`言葉を変えるたびに新しいシード`,"studio.steps":`ステップ`,"studio.guidance":`ガイダンス`,"studio.style":`スタイル`,"studio.noStyle":`指定なし`,"studio.sliders":`方向`,"studio.slidersHint":`ダブルクリックで元に戻ります`,"studio.reset":`リセット`,"studio.variations":`ほかのシード`,"studio.history":`履歴`,"studio.historyEmpty":`作った絵がここに並びます。`,"studio.starred":`星付きだけ`,"studio.star":`星を付ける`,"studio.unstar":`星を外す`,"studio.png":`PNG`,"studio.webp":`WebP`,"studio.download":`レシピ付きで保存`,"studio.drop":`絵をドロップして調べる`,"studio.dropHint":`絵をここにドロップ、または`,"studio.choose":`ファイルを選ぶ`,"studio.dropRestored":`絵に入っていたレシピから、すべてを元どおりにしました。`,"studio.original":`元の絵`,"studio.reconstruction":`再構成`,"studio.first":`絵 A`,"studio.second":`絵 B`,"studio.betweenTwo":`A と B のあいだ`,"studio.sample":`新しいサンプル`,"studio.removePicture":`この絵を外す`,"studio.expression":`式から作った絵`,"studio.expressionClear":`言葉に戻す`,"studio.picture":`「{prompt}」の絵`,"studio.pictureSample":`モデルが作った絵`,"studio.waiting":`モデルが起きると最初の絵が出ます`,"studio.undo":`元に戻す`,"studio.redo":`やり直す`},ot=`rashin.language`,st=new EventTarget;function ct(){let e=new URLSearchParams(location.search).get(`lang`)??localStorage.getItem(ot);return e===`en`||e===`ja`?e:navigator.language.startsWith(`ja`)?`ja`:`en`}var j=ct();document.documentElement.lang=j;var lt=()=>j;function ut(e){j=e,localStorage.setItem(ot,e),document.documentElement.lang=e;let t=new URL(location.href);t.searchParams.has(`lang`)&&(t.searchParams.set(`lang`,e),history.replaceState(history.state,``,t)),st.dispatchEvent(new Event(`change`))}function M(e,t={}){return(j===`ja`?at:it)[e].replace(/\{(\w+)\}/g,(e,n)=>String(t[n]??e))}var N=e=>e[j],dt=e=>e.toLocaleString(j===`ja`?`ja-JP`:`en-GB`);function ft(e){return st.addEventListener(`change`,e),()=>st.removeEventListener(`change`,e)}var P=class{constructor(e){this.host=e,e.addController(this)}hostConnected(){this.stop=ft(()=>this.host.requestUpdate())}hostDisconnected(){this.stop?.()}},pt=class extends Error{constructor(e){super(`The server's answer is not what this page expects: ${e}.`),this.name=`UnexpectedAnswer`}};function F(e,t){if(typeof e!=`object`||!e||Array.isArray(e))throw new pt(t);return e}var I=e=>Array.isArray(e)?e:[],L=(e,t=``)=>typeof e==`string`?e:t,R=(e,t=0)=>typeof e==`number`&&Number.isFinite(e)?e:t;function z(e,t){if(typeof e!=`number`||!Number.isFinite(e))throw new pt(t);return e}function B(e){return typeof e==`object`&&e&&!Array.isArray(e)?e:{}}function V(e,t=``){if(typeof e==`string`)return{en:e,ja:e};let n=B(e),r=L(n.en,t);return{en:r,ja:L(n.ja,r)}}function mt(e){let t=B(e);if(typeof t.model!=`string`)return null;let n=typeof t.conditioning==`string`?t.conditioning:typeof t.prompt==`string`?JSON.stringify(t.prompt):``,r=typeof t.noise==`string`?t.noise:typeof t.seed==`number`?`noise(${t.seed})`:`noise(0)`;return{...t,model:t.model,conditioning:n,noise:r,steps:R(t.steps,0),guidance_scale:R(t.guidance_scale,NaN),steering:I(t.steering).map(e=>({direction:L(B(e).direction),scale:R(B(e).scale)}))}}function ht(e){let t=F(e,`a direction`),n=L(t.id);return{id:n,title:V(t.title,n),min:R(t.min,-2),max:R(t.max,2),step:R(t.step,.05),default:R(t.default,0)}}function gt(e){let t=F(e,`a model card`),n=L(t.id),r=B(t.steps),i=B(t.guidance_scale),a=I(r.choices).map(e=>R(e,1));return{id:n,family:L(t.family),title:V(t.title,n),summary:V(t.summary),usesWords:t.uses_words!==!1,steps:{choices:a,default:R(r.default,a[0]??1)},guidance:{min:R(i.min,1),max:R(i.max,1),default:R(i.default,1)},styles:I(t.styles).map(e=>typeof e==`string`?e:L(B(e).id)),directions:I(t.directions).map(ht)}}var _t=e=>I(F(e,`the catalogue`).models).map(gt).sort((e,t)=>Number(t.usesWords)-Number(e.usesWords)),vt=[`starting`,`ready`,`restarting`,`failed`];function yt(e){let t=F(e,`the health report`),n=B(t.worker),r=vt.find(e=>e===n.state)??`starting`;return{version:L(t.version),worker:{state:r,device:L(n.device)}}}function bt(e){let t=B(e);return typeof t.url==`string`?{url:t.url,sha256:L(t.sha256),width:R(t.width,64),height:R(t.height,64)}:null}function xt(e){let t=F(e,`a render`);return{id:L(t.id),state:L(t.state),image:bt(t.image),recipe:mt(t.recipe),starred:t.starred===!0,created_at:L(t.created_at)}}function St(e,t){let n=F(e,`a list`);return{items:I(n.items).map(t),next:typeof n.next==`string`?n.next:null}}function Ct(e){let t=F(e,`an uploaded picture`),n=L(t.sha256);return{sha256:n,url:L(t.url,`/api/v1/images/${n}.png`),recipe:mt(t.recipe)}}function wt(e){let t=F(e,`a map`),n=F(t.bounds,`the bounds of a map`),r=B(t.quality),i=e=>typeof e==`number`?e:null;return{id:L(t.id),title:V(t.title,L(t.id)),model:L(t.model),count:z(t.count,`the count of a map`),bounds:{x_min:z(n.x_min,`bounds.x_min`),y_min:z(n.y_min,`bounds.y_min`),x_max:z(n.x_max,`bounds.x_max`),y_max:z(n.y_max,`bounds.y_max`)},quality:{trustworthiness:i(r.trustworthiness),recall_15:i(r.recall_15)},columns:I(t.columns).map(e=>{let t=F(e,`a map column`);return{id:L(t.id),title:V(t.title,L(t.id)),legend:I(t.legend).map(e=>({title:V(B(e).title),colour:L(B(e).colour,`#888888`)}))}}),atlas:I(t.atlas).map(e=>{let t=F(e,`an atlas level`);return{level:R(t.level),thumb:z(t.thumb,`atlas.thumb`),columns:z(t.columns,`atlas.columns`),rows:z(t.rows,`atlas.rows`),tiles:R(t.tiles,1)}})}}var Tt=e=>I(F(e,`the labels`).layers).map(e=>{let t=F(e,`a label layer`);return{min_zoom:R(t.min_zoom,0),max_zoom:R(t.max_zoom,99),labels:I(t.labels).map(e=>{let t=F(e,`a label`);return{x:R(t.x),y:R(t.y),title:V(t.title),score:R(t.score),count:R(t.count)}})}});function Et(e){if(typeof e==`number`)return{n:e,similarity:NaN};let t=B(e);return{n:R(t.n),similarity:R(t.similarity,NaN)}}var Dt=e=>typeof e==`string`?e:bt(e)?.url??null;function Ot(e){let t=F(e,`a point of the map`),n=L(t.prompt);return{n:z(t.n,`the number of a point`),x:R(t.x),y:R(t.y),title:V(t.title,n),prompt:n,recipe:mt(t.recipe),image:Dt(t.image),attributes:Object.entries(B(t.attributes)).map(([e,t])=>({key:e,value:typeof t==`object`?V(t).en:String(t)})),neighbours:I(t.neighbours).map(Et),distortion:R(t.distortion)}}function kt(e){let t=F(e,`a point that joined later`);return{n:z(t.n,`the number of a point`),x:R(t.x),y:R(t.y),render_id:L(t.render_id),image:Dt(t.image),recipe:mt(t.recipe)}}function At(e){let t=F(e,`a decoded place`),n=F(t.landing,`the landing`);return{render:xt(t.render),x:z(n.x,`landing.x`),y:z(n.y,`landing.y`),error:R(n.error),confidence:R(n.confidence),clamped:t.clamped===!0,neighbours:I(t.neighbours).map(e=>Et(e).n),point:typeof t.point==`number`?t.point:null}}function jt(e){let t=F(e,`a search result`);return{n:z(t.n,`the number of a point`),x:R(t.x),y:R(t.y),score:R(t.score)}}var Mt=class extends Error{constructor(e,t,n,r,i,a=null){super(r||n),this.code=e,this.status=t,this.title=n,this.hint=i,this.retryAfter_s=a,this.name=`Problem`}};function Nt(e,t,n=null){let r={};try{r=F(e,`a problem`)}catch{}return new Mt(L(r.code,t===0?`offline`:`error`),R(r.status,t),L(r.title,`HTTP ${t}`),L(r.detail),L(r.hint),n)}var Pt=e=>e instanceof Mt?e:new Mt(`error`,0,`Error`,e instanceof Error?e.message:String(e),``),Ft=`/api/v1`;async function It(e,t){let n={...t.headers},r={method:t.method??`GET`,headers:n};t.signal&&(r.signal=t.signal),t.body instanceof FormData?r.body=t.body:t.body!==void 0&&(n[`Content-Type`]=`application/json`,r.body=JSON.stringify(t.body));let i;try{i=await fetch(Ft+e,r)}catch(e){throw t.signal?.aborted?e:new Mt(`offline`,0,`Offline`,`The server cannot be reached.`,``)}if(!i.ok){let e=Number(i.headers.get(`Retry-After`));throw Nt(await i.json().catch(()=>null),i.status,Number.isFinite(e)&&e>0?e:null)}return i}async function H(e,t={}){let n=await It(e,t);return n.status===204?null:n.json()}async function Lt(e,t={}){return(await It(e,t)).arrayBuffer()}var Rt=async()=>yt(await H(`/health`)),zt=async()=>_t(await H(`/catalogue`));async function Bt(e){let t=new URLSearchParams;for(let[n,r]of Object.entries(e))t.set(n,String(r));return St(await H(`/renders?${t}`),xt)}async function Vt(e,t={}){let{view:n,wait_s:r=20,signal:i}=t,a=i?{signal:i}:{},o=xt(await H(`/renders`,{method:`POST`,body:{recipe:e,lane:`interactive`,...n===void 0?{}:{view:n}},headers:{Prefer:`wait=${r}`},...a}));for(;o.state===`queued`||o.state===`running`;)await new Promise(e=>setTimeout(e,400)),o=xt(await H(`/renders/${o.id}`,a));return o}var Ht=async(e,t)=>{await H(`/renders/${e}`,{method:`PATCH`,body:{starred:t}})};async function Ut(e){let t=new FormData;return t.set(`file`,e),Ct(await H(`/images`,{method:`POST`,body:t}))}var Wt=async()=>St(await H(`/maps`),wt).items,Gt=async e=>wt(await H(`/maps/${e}`)),Kt=e=>Lt(`/maps/${e}/points`),qt=async(e,t)=>new Uint8Array(await Lt(`/maps/${e}/columns/${t}`)),Jt=async e=>Tt(await H(`/maps/${e}/labels`)),Yt=async e=>St(await H(`/maps/${e}/additions`),kt).items,Xt=async(e,t,n)=>Ot(await H(`/maps/${e}/points/${t}`,n?{signal:n}:{})),Zt=(e,t,n)=>`${Ft}/maps/${e}/atlas/${t}/${n}.webp`,Qt=async(e,t,n)=>At(await H(`/maps/${e}/decode`,{method:`POST`,body:t,signal:n})),$t=async(e,t,n,r)=>St(await H(`/maps/${e}/search`,{method:`POST`,body:{words:t,limit:n},signal:r}),jt).items,en=new EventTarget,tn=`starting`,nn,rn=()=>tn;function an(e){let t=()=>e(tn);return en.addEventListener(`change`,t),()=>en.removeEventListener(`change`,t)}async function on(){clearTimeout(nn);let e=`offline`;try{e=(await Rt()).worker.state}catch{}e!==tn&&(tn=e,en.dispatchEvent(new Event(`change`))),nn=setTimeout(()=>void on(),tn===`ready`?15e3:1e3)}var sn=()=>void on();document.addEventListener(`visibilitychange`,()=>{document.hidden||sn()});function U(e,t,n,r){var i=arguments.length,a=i<3?t:r===null?r=Object.getOwnPropertyDescriptor(t,n):r,o;if(typeof Reflect==`object`&&typeof Reflect.decorate==`function`)a=Reflect.decorate(e,t,n,r);else for(var s=e.length-1;s>=0;s--)(o=e[s])&&(a=(i<3?o(a):i>3?o(t,n,a):o(t,n))||a);return i>3&&a&&Object.defineProperty(t,n,a),a}var cn=class extends w{static{this.styles=[A,p`
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
    `]}constructor(){super(),this.worker=rn(),new P(this)}connectedCallback(){super.connectedCallback(),this.stop=an(e=>{this.worker=e}),sn()}disconnectedCallback(){super.disconnectedCallback(),this.stop?.()}render(){let e=M(`status.${this.worker}`);return v`<span class="chip ${this.worker}" role="status" data-testid="status" data-state=${this.worker} title=${e}>
      <i></i><span class="words">${e}</span>
    </span>`}};U([D()],cn.prototype,`worker`,void 0),cn=U([T(`rashin-status`)],cn);var ln=p`
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
`,un=class extends w{static{this.styles=[A,p`
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
    `]}constructor(){super(),new P(this)}open(){this.dialog.open||this.dialog.showModal()}render(){let e=(...e)=>e.map(e=>v`<kbd>${e}</kbd> `);return v`<dialog data-testid="help" aria-label=${M(`help.title`)}>
      <header>
        <h2>${M(`help.title`)}</h2>
        <button class="bare icon" aria-label=${M(`common.close`)} @click=${()=>this.dialog.close()}>
          ${k(`close`)}
        </button>
      </header>
      <dl>
        <dt>${e(`←`,`→`,`↑`,`↓`)}</dt>
        <dd>${M(`help.arrows`)}</dd>
        <dt>${e(`Enter`)}</dt>
        <dd>${M(`help.enter`)}</dd>
        <dt>${e(`/`)}</dt>
        <dd>${M(`help.slash`)}</dd>
        <dt>${e(`+`,`−`,`0`)}</dt>
        <dd>${M(`help.zoom`)}</dd>
        <dt>${e(M(`help.shift`))}</dt>
        <dd>${M(`help.shiftDoes`)}</dd>
        <dt>${e(`Esc`)}</dt>
        <dd>${M(`help.esc`)}</dd>
        <dt>${e(`Ctrl Z`,`Ctrl ⇧ Z`)}</dt>
        <dd>${M(`help.undo`)}</dd>
        <dt>${e(`?`)}</dt>
        <dd>${M(`help.help`)}</dd>
      </dl>
    </dialog>`}};U([O(`dialog`)],un.prototype,`dialog`,void 0),un=U([T(`rashin-help`)],un);var dn=class extends w{constructor(...e){super(...e),this.map=null,this.n=0,this.src=null}static{this.styles=p`
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
  `}updated(e){let t=this.map?.atlas.at(-1);if(!this.map||!t||this.n>=this.map.count){this.style.removeProperty(`background-image`);return}let n=t.columns*t.rows,r=this.n%n,i=r%t.columns,a=Math.floor(r/t.columns),o=(e,t)=>t>1?e/(t-1)*100:0,s=Zt(this.map.id,t.level,Math.floor(this.n/n));this.style.setProperty(`background-image`,`url("${s}")`),this.style.setProperty(`background-size`,`${t.columns*100}% ${t.rows*100}%`),this.style.setProperty(`background-position`,`${o(i,t.columns)}% ${o(a,t.rows)}%`)}render(){return this.map!==null&&this.n>=this.map.count&&this.src?v`<img src=${this.src} alt="" />`:x}};U([E({attribute:!1})],dn.prototype,`map`,void 0),U([E({type:Number})],dn.prototype,`n`,void 0),U([E()],dn.prototype,`src`,void 0),dn=U([T(`rashin-thumb`)],dn);var fn=188,pn=236,W=class extends w{static{this.styles=[A,p`
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
    `]}constructor(){super(),this.map=null,this.card=null,this.x=0,this.y=0,this.src=null,new P(this)}updated(e){let t=this.parentElement??this.getRootNode().host,n=Math.min(t.clientWidth-fn-8,Math.max(8,this.x-fn/2)),r=this.y>pn?this.y-pn:this.y+28;this.box?.style.setProperty(`transform`,`translate(${n}px, ${r}px)`)}render(){let{card:e}=this;return e?v`<div class="hover" aria-hidden="true">
      <rashin-thumb .map=${this.map} .n=${e.n} .src=${this.src}></rashin-thumb>
      <p>${N(e.title)}</p>
    </div>`:x}};U([E({attribute:!1})],W.prototype,`map`,void 0),U([E({attribute:!1})],W.prototype,`card`,void 0),U([E({type:Number})],W.prototype,`x`,void 0),U([E({type:Number})],W.prototype,`y`,void 0),U([E()],W.prototype,`src`,void 0),U([O(`.hover`)],W.prototype,`box`,void 0),W=U([T(`rashin-hover-card`)],W);var mn=.15,hn=class extends w{static{this.styles=[A,p`
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
    `]}constructor(){super(),this.busy=!1,this.landing=null,new P(this)}tell(e,t=null){this.dispatchEvent(new CustomEvent(e,{detail:t}))}render(){let{landing:e}=this;if(this.busy)return v`<div class="note" role="status" data-testid="landing" data-state="running">
        <i class="spin"></i><span>${M(`atlas.decoding`)}</span>
        <button class="bare" @click=${()=>this.tell(`cancel`)}>${M(`common.cancel`)}</button>
      </div>`;if(!e)return x;let{error:t,image:n}={error:e.error,image:e.render.image},r=Math.round(e.confidence*100),i=t<mn?M(`atlas.landingNear`,{percent:r}):M(`atlas.landing`,{percent:r,distance:t.toFixed(+(t<10))});return v`<div class="note" role="status" data-testid="landing" data-state="done">
      ${n?v`<img src=${n.url} alt="" width="56" height="56" />`:x}
      <span>${i}${e.clamped?v`<small>${M(`atlas.edge`)}</small>`:x}</span>
      ${e.point===null?x:v`<button data-testid="landing-open" @click=${()=>this.tell(`open`,e.point)}>
            ${M(`atlas.recipe`)}
          </button>`}
      <button class="bare icon" aria-label=${M(`common.close`)} @click=${()=>this.tell(`cancel`)}>${k(`close`)}</button>
    </div>`}};U([E({type:Boolean})],hn.prototype,`busy`,void 0),U([E({attribute:!1})],hn.prototype,`landing`,void 0),hn=U([T(`rashin-landing`)],hn);var gn=class extends w{static{this.styles=[A,p`
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
    `]}constructor(){super(),this.columns=[],this.column=``,this.alone=null,new P(this)}render(){let e=this.columns.find(e=>e.id===this.column);return v`<label class="head">
        ${M(`atlas.colour`)}
        <select
          data-testid="colour"
          .value=${this.column}
          @change=${e=>this.dispatchEvent(new CustomEvent(`column`,{detail:e.target.value}))}
        >
          ${this.columns.map(e=>v`<option value=${e.id} ?selected=${e.id===this.column}>${N(e.title)}</option>`)}
        </select>
      </label>
      <ul data-testid="legend">
        ${e?.legend.map((e,t)=>{let n=this.alone===t;return v`<li class=${this.alone!==null&&!n?`faded`:``}>
            <button
              aria-pressed=${n}
              @click=${()=>this.dispatchEvent(new CustomEvent(`alone`,{detail:n?null:t}))}
            >
              <svg class="dot" viewBox="0 0 10 10" aria-hidden="true"><circle cx="5" cy="5" r="5" fill=${e.colour} /></svg
              >${N(e.title)}
            </button>
          </li>`})}
        ${this.alone===null?x:v`<li><button @click=${()=>this.dispatchEvent(new CustomEvent(`alone`,{detail:null}))}>
              ${M(`atlas.all`)}
            </button></li>`}
      </ul>`}};U([E({attribute:!1})],gn.prototype,`columns`,void 0),U([E()],gn.prototype,`column`,void 0),U([E({type:Number})],gn.prototype,`alone`,void 0),gn=U([T(`rashin-legend`)],gn);var _n=65536;function vn(e){if(e.byteLength<4)throw RangeError(`a frame is shorter than its header length`);let t=new DataView(e).getUint32(0,!0);if(t>_n||4+t>e.byteLength)throw RangeError(`a frame is shorter than its header says`);let n=F(JSON.parse(new TextDecoder().decode(new Uint8Array(e,4,t))),`a frame header`);return{view:L(n.view),seq:R(n.seq,-1),id:L(n.id),final:n.final!==!1,mime:L(n.mime,`image/png`),picture:new Uint8Array(e.slice(4+t))}}var yn=400,bn=class{constructor(e=`${location.origin.replace(/^http/,`ws`)}${Ft}/live`){this.address=e,this.socket=null,this.views=new Map,this.retries=0,this.closed=!1,this.connect()}watch(e,t){this.views.set(e,{listener:t,seq:0,inFlight:null,sentAt:0,pending:null,last:null,timer:void 0})}forget(e){clearTimeout(this.views.get(e)?.timer),this.views.delete(e)}ask(e,t){let n=this.views.get(e);n&&(n.pending=t,this.pump(e,n))}close(){this.closed=!0,clearTimeout(this.retry);for(let e of this.views.values())clearTimeout(e.timer);this.views.clear(),this.socket?.close()}pump(e,t){if(clearTimeout(t.timer),t.pending===null||this.socket?.readyState!==WebSocket.OPEN)return;let n=performance.now()-t.sentAt;t.inFlight!==null&&n<yn?t.timer=setTimeout(()=>this.pump(e,t),yn-n):(t.seq+=1,t.inFlight=t.seq,t.sentAt=performance.now(),t.last=t.pending,t.pending=null,this.socket.send(JSON.stringify({view:e,seq:t.seq,recipe:t.last})))}connect(){if(this.closed)return;let e=new WebSocket(this.address);this.socket=e,e.binaryType=`arraybuffer`,e.addEventListener(`open`,()=>{this.retries=0;for(let[e,t]of this.views)this.pump(e,t)}),e.addEventListener(`message`,e=>this.receive(e.data)),e.addEventListener(`close`,()=>this.reconnect())}reconnect(){if(!this.closed){for(let e of this.views.values())e.inFlight!==null&&(e.pending??=e.last),e.inFlight=null;this.retries+=1,this.retry=setTimeout(()=>this.connect(),Math.min(5e3,250*2**this.retries))}}receive(e){if(e instanceof ArrayBuffer){let t=vn(e);this.views.get(t.view)?.listener.frame(t)}else typeof e==`string`&&this.receiveState(JSON.parse(e))}receiveState(e){let t=F(e,`a live message`),n=L(t.view),r=this.views.get(n);if(!r)return;let i=L(t.state),a=R(t.seq,-1)===r.inFlight;r.listener.state?.(i),i===`done`&&a&&r.listener.done?.(L(t.id),mt(t.recipe),performance.now()-r.sentAt),i===`failed`&&a&&r.listener.failed?.(Nt(t.error,0)),a&&(i===`done`||i===`failed`||i===`superseded`)&&(r.inFlight=null,this.pump(n,r))}},xn=null;function G(){return xn??=new bn,xn}var Sn=2**31,Cn=()=>Math.floor(Math.random()*1e5);function wn(e,t,n=7){return{model:e.id,prompt:t,seed:n,steps:e.steps.default,guidance:e.guidance.default,scales:{},first:null,second:null,t:.5,conditioning:null,noise:null}}function Tn(e){return e.noise===null?e.first===null?null:e.second===null?`img("${e.first}")`:`interpolate(img("${e.first}"), img("${e.second}"), t=${Number(e.t.toFixed(3))})`:e.noise}function En(e,t){let n=Tn(e),r=Object.entries(e.scales).filter(([e,n])=>n!==0&&t.directions.some(t=>t.id===e)).map(([e,t])=>({direction:e,scale:t})),i=t.usesWords?e.conditioning===null?{prompt:e.prompt}:{conditioning:e.conditioning}:{},a=t.steps.choices.length>1||t.usesWords?{steps:e.steps,guidance_scale:e.guidance}:{};return{model:e.model,...i,...n===null?{seed:e.seed}:{noise:n},...a,...r.length>0?{steering:r}:{}}}function Dn(e){try{let t=JSON.parse(e);return typeof t==`string`?t:null}catch{return e===``?``:null}}var On=/^noise\((\d+)\)$/,kn=/^img\("([0-9a-f]{64})"\)$/,An=/^interpolate\(img\("([0-9a-f]{64})"\),\s*img\("([0-9a-f]{64})"\),?\s*(?:t=)?([\d.]+)?(?:,\s*along="\w+")?\)$/;function jn(e,t){let n=Dn(e.conditioning),r=On.exec(e.noise)?.[1],i=kn.exec(e.noise)?.[1],a=An.exec(e.noise);return{...wn(t,n??``,r===void 0?0:Number(r)),steps:e.steps>0?e.steps:t.steps.default,guidance:Number.isFinite(e.guidance_scale)?e.guidance_scale:t.guidance.default,scales:Object.fromEntries(e.steering.map(e=>[e.direction,e.scale])),conditioning:n===null?e.conditioning:null,first:i??a?.[1]??null,second:a?.[2]??null,t:a?.[3]===void 0?.5:Number(a[3]),noise:r===void 0&&i===void 0&&a===null?e.noise:null}}function Mn(e,t){let n=new URLSearchParams({model:e.model});t.usesWords&&n.set(`prompt`,e.prompt),n.set(`seed`,String(e.seed)),e.steps!==t.steps.default&&n.set(`steps`,String(e.steps)),e.guidance!==t.guidance.default&&n.set(`guidance`,String(e.guidance));for(let[t,r]of Object.entries(e.scales))r!==0&&n.set(`d.${t}`,String(Number(r.toFixed(3))));return e.first!==null&&n.set(`a`,e.first),e.second!==null&&(n.set(`b`,e.second),n.set(`t`,String(Number(e.t.toFixed(3))))),e.conditioning!==null&&n.set(`conditioning`,e.conditioning),e.noise!==null&&n.set(`noise`,e.noise),n.toString()}function Nn(e,t,n){let r=new URLSearchParams(e),i=t.find(e=>e.id===r.get(`model`))??t[0];if(!i)return null;let a=(e,t,n,i)=>{let a=r.get(e),o=a===null||a.trim()===``?NaN:Number(a);return Number.isFinite(o)?Math.min(i,Math.max(n,o)):t},o={};for(let e of i.directions){let t=a(`d.${e.id}`,0,e.min,e.max);t!==0&&(o[e.id]=t)}let s=e=>{let t=r.get(e);return t!==null&&/^[0-9a-f]{64}$/.test(t)?t:null},c=a(`steps`,i.steps.default,1,1e3);return{card:i,state:{...wn(i,r.get(`prompt`)??n),seed:Math.floor(a(`seed`,7,0,Sn)),steps:i.steps.choices.includes(c)?c:i.steps.default,guidance:a(`guidance`,i.guidance.default,i.guidance.min,i.guidance.max),scales:o,first:s(`a`),second:s(`a`)===null?null:s(`b`),t:a(`t`,.5,0,1),conditioning:r.get(`conditioning`),noise:r.get(`noise`)}}}var Pn=(e,t)=>`/studio?${Mn(jn(e,t),t)}`,Fn=e=>`'${e.replaceAll(`'`,`'\\''`)}'`;function In(e,t){return[`curl -s ${t}${e.path}`,`  -H 'Content-Type: application/json'`,`  -H 'Prefer: wait=20'`,`  -d ${Fn(JSON.stringify(e.body))}`].join(` \\
`)}function Ln(e){return e==null?`None`:e===!0?`True`:e===!1?`False`:Array.isArray(e)?`[${e.map(Ln).join(`, `)}]`:typeof e==`object`?`{${Object.entries(e).map(([e,t])=>`${JSON.stringify(e)}: ${Ln(t)}`).join(`, `)}}`:JSON.stringify(e)}function Rn(e,t){return`import json, urllib.request

request = urllib.request.Request(
    ${JSON.stringify(t+e.path)},
    data=json.dumps(${Ln(e.body)}).encode(),
    headers={"Content-Type": "application/json", "Prefer": "wait=20"},
)
render = json.load(urllib.request.urlopen(request))
urllib.request.urlretrieve(${JSON.stringify(t)} + render["image"]["url"], "picture.png")
`}var zn=class extends w{static{this.styles=[A,p`
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
    `]}constructor(){super(),this.call=null,this.copied=null,new P(this)}async copy(e){if(!this.call)return;let t=e===`curl`?In:Rn;await navigator.clipboard.writeText(t(this.call,location.origin)),this.copied=e,setTimeout(()=>{this.copied=null},1600)}render(){let e=(e,t)=>v`<button data-testid="copy-${e}" ?disabled=${!this.call} @click=${()=>void this.copy(e)}>
        ${k(`copy`)}${this.copied===e?M(`common.copied`):t}
      </button>`;return v`${e(`curl`,M(`common.copyCurl`))}${e(`python`,M(`common.copyPython`))}
      <span class="off" role="status">${this.copied?M(`common.copied`):``}</span>`}};U([E({attribute:!1})],zn.prototype,`call`,void 0),U([D()],zn.prototype,`copied`,void 0),zn=U([T(`rashin-copy-call`)],zn);var Bn=p`
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
`,Vn=512,Hn=class extends w{constructor(...e){super(...e),this.label=``,this.sequence=0,this.shown=0}static{this.styles=p`
    :host {
      display: block;
      position: relative;
      aspect-ratio: 1;
      border-radius: 7%;
      background: #fff;
      overflow: hidden;
    }
    canvas {
      display: block;
      width: 100%;
      height: 100%;
    }
  `}async show(e){this.sequence+=1;let t=this.sequence,n=await createImageBitmap(e);if(await this.updateComplete,t>this.shown){this.shown=t;let e=this.canvas.getContext(`2d`);e&&(e.imageSmoothingEnabled=!0,e.imageSmoothingQuality=`high`,e.drawImage(n,0,0,Vn,Vn)),this.canvas.dataset.sequence=String(Number(this.canvas.dataset.sequence??0)+1)}n.close()}render(){return v`<canvas
      width=${Vn}
      height=${Vn}
      role="img"
      aria-label=${this.label}
      data-testid="picture"
      data-sequence="0"
    ></canvas>`}};U([E()],Hn.prototype,`label`,void 0),U([O(`canvas`)],Hn.prototype,`canvas`,void 0),Hn=U([T(`rashin-picture`)],Hn);var K=class extends w{static{this.styles=[A,p`
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
      :host(.seven) button {
        border-radius: 9px;
      }
      button {
        padding: 0;
        min-width: 0;
        aspect-ratio: 1;
        border-radius: 12px;
        overflow: hidden;
        background: var(--sunken);
        border-color: var(--line);
      }
      button:hover:not(:disabled) {
        border-color: var(--accent);
        box-shadow: 0 0 0 1px var(--accent);
      }
      img {
        width: 100%;
        height: 100%;
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
    `]}constructor(){super(),this.name=`strip`,this.recipes=[],this.titles=[],this.urls=[],this.made=[],this.watched=0,new P(this)}disconnectedCallback(){super.disconnectedCallback(),this.release()}willUpdate(e){(e.has(`recipes`)||e.has(`name`))&&this.begin()}release(){for(let e=0;e<this.watched;e+=1)G().forget(`${this.name}-${e}`);this.watched=0;for(let e of this.urls)e&&URL.revokeObjectURL(e)}begin(){let e=this.urls.slice(0,this.recipes.length);this.urls=[],this.release(),this.urls=this.recipes.map((t,n)=>e[n]??``),this.made=this.recipes.map(()=>null),this.recipes.forEach((e,t)=>{let n=`${this.name}-${t}`;G().watch(n,{frame:e=>{if(!e.final)return;let n=URL.createObjectURL(new Blob([e.picture],{type:e.mime})),r=this.urls[t];this.urls=this.urls.with(t,n),r&&setTimeout(()=>URL.revokeObjectURL(r),500)},done:(e,n)=>{this.made[t]=n},failed:e=>this.dispatchEvent(new CustomEvent(`problem`,{detail:e}))}),G().ask(n,e)}),this.watched=this.recipes.length}render(){return this.recipes.map((e,t)=>{let n=this.urls[t],r=this.titles[t]??String(t+1);return v`<button
        data-testid="${this.name}-${t}"
        aria-label=${n?r:M(`common.loading`)}
        title=${r}
        ?disabled=${!n}
        @click=${()=>this.dispatchEvent(new CustomEvent(`take`,{detail:{index:t,recipe:this.made[t]??null}}))}
      >
        ${n?v`<img src=${n} alt="" />`:v`<span class="empty"></span>`}
      </button>`})}};U([E()],K.prototype,`name`,void 0),U([E({attribute:!1})],K.prototype,`recipes`,void 0),U([E({attribute:!1})],K.prototype,`titles`,void 0),U([D()],K.prototype,`urls`,void 0),K=U([T(`rashin-strip`)],K);var Un=`atlas-card`,Wn=.8,Gn=7,q=class extends w{static{this.styles=[A,Bn]}constructor(){super(),this.map=null,this.model=null,this.card=null,this.other=null,this.choosing=!1,this.late=new Map,this.like=null,this.drawn=!1,this.pair=null,new P(this)}connectedCallback(){super.connectedCallback(),G().watch(Un,{frame:e=>{e.final&&(this.drawn=!0,this.picture?.show(new Blob([e.picture],{type:e.mime})))}})}disconnectedCallback(){super.disconnectedCallback(),G().forget(Un)}willUpdate(e){e.has(`card`)&&e.get(`card`)?.n!==this.card?.n&&(this.like=null,this.drawn=!1)}updated(e){e.has(`card`)&&this.card?.recipe&&G().ask(Un,J(this.card.recipe))}enter(){this.renderRoot.querySelector(`[data-testid=like]`)?.focus()}tell(e,t=null){this.dispatchEvent(new CustomEvent(e,{detail:t}))}moreLikeThis(e){this.like=Array.from({length:6},(t,n)=>({...J(e),noise:`vary(${e.noise}, amount=${Number((.35+.1*n).toFixed(2))}, seed=${n+1})`}))}between(e,t){return Array.from({length:Gn},(n,r)=>{let i=Number((r/6).toFixed(3));return i===0?J(e):i===1?J(t):{...J(e),...e.conditioning!==``&&{conditioning:`interpolate(${e.conditioning}, ${t.conditioning}, t=${i})`},noise:`interpolate(${e.noise}, ${t.noise}, t=${i})`}})}take(e){let{recipe:t}=e.detail;t&&this.model&&(history.pushState(null,``,Pn(t,this.model)),window.dispatchEvent(new PopStateEvent(`popstate`)))}render(){let{card:e}=this;if(!e)return x;let t=e.recipe;return v`<section data-testid="card" aria-label=${N(e.title)}>
      <div class="top">
        <div class="frame">
          <rashin-thumb class="under" .map=${this.map} .n=${e.n} .src=${e.image}></rashin-thumb>
          <rashin-picture class=${this.drawn?`drawn`:``} label=${N(e.title)}></rashin-picture>
        </div>
        <div class="head">
          <h1>${this.title_(e)}</h1>
          ${this.words(e)}
          ${t?this.recipeLine(t):x}
          ${e.distortion>Wn?v`<p class="torn" title=${M(`atlas.distortionHelp`,{percent:Math.round(e.distortion*100)})}>
                ${k(`warp`)}${M(`atlas.distortion`)}
              </p>`:x}
        </div>
        <button class="bare icon close" aria-label=${M(`common.close`)} @click=${()=>this.tell(`close`)}>
          ${k(`close`)}
        </button>
      </div>
      ${this.neighbours(e)}
      ${t?v`<div class="acts">
            <button data-testid="like" @click=${()=>this.moreLikeThis(t)}>${k(`spark`)}${M(`atlas.like`)}</button>
            <button
              data-testid="between"
              aria-pressed=${this.choosing}
              @click=${()=>this.tell(`choose`)}
            >
              ${k(`between`)}${M(`atlas.between`)}
            </button>
            ${this.model?v`<a class="button wide" data-testid="open-studio" href=${Pn(t,this.model)}
                  >${M(`atlas.studio`)}</a
                >`:x}
          </div>`:x}
      ${this.choosing?v`<p class="quiet choosing">${M(`atlas.pickSecond`)}</p>`:x}
      ${this.like?v`<h3>${M(`atlas.like`)}</h3>
            <rashin-strip class="six" name="like" .recipes=${this.like} @take=${this.take}></rashin-strip>`:x}
      ${this.betweenStrip(t)}
      ${t?v`<rashin-copy-call
            .call=${{path:`/api/v1/renders`,body:{recipe:J(t)}}}
          ></rashin-copy-call>`:x}
    </section>`}betweenStrip(e){let t=this.other?.recipe;return!e||!t||!this.card||!this.other?x:v`<h3>${N(this.card.title)} → ${N(this.other.title)}</h3>
      <rashin-strip
        class="seven"
        name="between"
        .recipes=${this.kept(e,t)}
        @take=${this.take}
      ></rashin-strip>`}kept(e,t){return(this.pair?.a!==e||this.pair.b!==t)&&(this.pair={a:e,b:t,list:this.between(e,t)}),this.pair.list}joined(e){return this.map!==null&&e.n>=this.map.count}title_(e){return this.joined(e)?M(`atlas.onlyOurs`):N(e.title)}words(e){let t=[...new Set(e.prompt.match(/"[^"]+"/g)??[])].map(e=>e.slice(1,-1)),n=this.joined(e)&&t.length>0?t.slice(0,4).join(` + `):e.prompt;return n===``||n===e.title.en?x:v`<p class="prompt">${n}</p>`}recipeLine(e){let t=/^noise\((\d+)\)$/.exec(e.noise)?.[1];return v`<p class="quiet recipe">${[e.model,...t===void 0?[]:[M(`atlas.seed`,{seed:t})],...e.steps>0?[M(`atlas.steps`,{n:e.steps})]:[]].join(` · `)}</p>`}neighbours(e){return e.neighbours.length===0?x:v`<div>
      <h3>${M(`atlas.neighbours`)}</h3>
      <div class="row" data-testid="neighbours">
        ${e.neighbours.slice(0,15).map(e=>v`<button
            title=${Number.isNaN(e.similarity)?x:e.similarity.toFixed(2)}
            aria-label="${M(`atlas.neighbours`)} ${e.n}"
            @click=${()=>this.tell(`walk`,e.n)}
          >
            <rashin-thumb .map=${this.map} .n=${e.n} .src=${this.late.get(e.n)??null}></rashin-thumb>
          </button>`)}
      </div>
    </div>`}};U([E({attribute:!1})],q.prototype,`map`,void 0),U([E({attribute:!1})],q.prototype,`model`,void 0),U([E({attribute:!1})],q.prototype,`card`,void 0),U([E({attribute:!1})],q.prototype,`other`,void 0),U([E({type:Boolean})],q.prototype,`choosing`,void 0),U([E({attribute:!1})],q.prototype,`late`,void 0),U([D()],q.prototype,`like`,void 0),U([D()],q.prototype,`drawn`,void 0),U([O(`rashin-picture`)],q.prototype,`picture`,void 0),q=U([T(`rashin-map-card`)],q);function J(e){return{model:e.model,...e.conditioning!==``&&{conditioning:e.conditioning},noise:e.noise,...e.steps>0&&{steps:e.steps},...Number.isFinite(e.guidance_scale)&&{guidance_scale:e.guidance_scale},...e.steering.length>0&&{steering:e.steering}}}var Kn=.75,qn=class extends w{static{this.styles=[A,p`
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
    `]}constructor(){super(),new P(this)}tell(e,t=null){this.dispatchEvent(new CustomEvent(e,{detail:t}))}render(){return v`<div class="zoom">
      <button class="icon" aria-label=${M(`atlas.zoomIn`)} @click=${()=>this.tell(`zoom`,Kn)}>${k(`plus`)}</button>
      <button class="icon" aria-label=${M(`atlas.zoomOut`)} @click=${()=>this.tell(`zoom`,-.75)}>${k(`minus`)}</button>
      <button class="icon" aria-label=${M(`atlas.home`)} @click=${()=>this.tell(`home`)}>${k(`home`)}</button>
      <button class="icon keys" aria-label=${M(`atlas.help`)} @click=${()=>this.tell(`keys`)}>${k(`help`)}</button>
    </div>`}};qn=U([T(`rashin-map-corner`)],qn);var Jn=10,Y=class extends w{static{this.styles=[A,p`
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
    `]}constructor(){super(),this.map=null,this.best=null,this.words=``,this.busy=!1,new P(this)}focus(){this.input.focus(),this.input.select()}tell(e,t){this.dispatchEvent(new CustomEvent(e,{detail:t}))}clear(){this.tell(`words`,``),this.input.value=``,this.input.blur()}render(){let{best:e,words:t}=this;return v`<label>
        ${k(`search`)}<span class="off">${M(`atlas.search`)}</span>
        <input
          type="search"
          data-testid="search"
          autocomplete="off"
          spellcheck="false"
          maxlength="2000"
          placeholder=${M(`atlas.search`)}
          .value=${t}
          @input=${()=>this.tell(`words`,this.input.value)}
          @keydown=${e=>{e.key===`Enter`&&!e.isComposing&&this.tell(`go`,null),e.key===`Escape`&&this.clear(),e.stopPropagation()}}
        />
        ${t===``?x:v`<button class="bare icon" aria-label=${M(`atlas.searchClear`)} @click=${()=>this.clear()}>
              ${k(`close`)}
            </button>`}
      </label>
      ${this.busy?v`<div class="bar"></div>`:x}
      ${e===null||t===``?x:v`<div class="best" data-testid="results">
            <h3>${e.length>0?M(`atlas.best`,{words:t}):M(`atlas.searchNone`)}</h3>
            <div class="row">
              ${e.slice(0,Jn).map((e,t)=>v`<button
                  aria-label="${t+1} · ${Math.round(e.score*100)} %"
                  @click=${()=>this.tell(`pick`,e.n)}
                >
                  <rashin-thumb .map=${this.map} .n=${e.n}></rashin-thumb>
                </button>`)}
            </div>
          </div>`}`}};U([E({attribute:!1})],Y.prototype,`map`,void 0),U([E({attribute:!1})],Y.prototype,`best`,void 0),U([E()],Y.prototype,`words`,void 0),U([E({type:Boolean})],Y.prototype,`busy`,void 0),U([O(`input`)],Y.prototype,`input`,void 0),Y=U([T(`rashin-map-search`)],Y);var Yn=class extends w{static{this.styles=A}constructor(){super(),this.card=null,this.regions=[],new P(this)}render(){let{card:e,regions:t}=this;return v`<div class="off">
      <p aria-live="polite">${e?[N(e.title),t[0]].filter(Boolean).join(`. `):``}</p>
      <section aria-label=${M(`atlas.regions`)}>
        <ul>${t.map(e=>v`<li>${e}</li>`)}</ul>
      </section>
    </div>`}};U([E({attribute:!1})],Yn.prototype,`card`,void 0),U([E({attribute:!1})],Yn.prototype,`regions`,void 0),Yn=U([T(`rashin-map-words`)],Yn);var Xn=class extends w{static{this.styles=[A,p`
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
    `]}constructor(){super(),this.problem=null,this.retry=!1,new P(this)}render(){let{problem:e}=this;if(!e)return x;let t=e.code===`offline`;return v`<div class="box" role="alert" data-testid="notice">
      <p>
        ${t?M(`status.offline`):e.message||M(`common.error`)}
        <small>${t?M(`common.offlineHint`):e.hint}</small>
      </p>
      ${this.retry?v`<button @click=${()=>this.dispatchEvent(new Event(`retry`))}>${M(`common.retry`)}</button>`:x}
      <button
        class="bare icon"
        aria-label=${M(`common.close`)}
        @click=${()=>this.dispatchEvent(new Event(`dismiss`))}
      >
        ${k(`close`)}
      </button>
    </div>`}};U([E({attribute:!1})],Xn.prototype,`problem`,void 0),U([E({type:Boolean})],Xn.prototype,`retry`,void 0),Xn=U([T(`rashin-notice`)],Xn);var Zn=class extends Error{};function Qn(e,t,n){let r=e.createProgram();for(let[i,a]of[[e.VERTEX_SHADER,t],[e.FRAGMENT_SHADER,n]]){let t=e.createShader(i);if(!t)throw new Zn(`the graphics context is lost`);if(e.shaderSource(t,`#version 300 es\nprecision highp float;\n${a}`),e.compileShader(t),!e.getShaderParameter(t,e.COMPILE_STATUS)&&!e.isContextLost())throw new Zn(e.getShaderInfoLog(t)??`a shader does not compile`);e.attachShader(r,t)}if(e.linkProgram(r),!e.getProgramParameter(r,e.LINK_STATUS)&&!e.isContextLost())throw new Zn(e.getProgramInfoLog(r)??`a shader program does not link`);return r}function $n(e,t,n){let r=e.createBuffer();return e.bindBuffer(e.ARRAY_BUFFER,r),e.bufferData(e.ARRAY_BUFFER,t,n),r}function er(e,t,n,r){e.enableVertexAttribArray(t),e.vertexAttribPointer(t,1,n,r,0,0)}function tr(e){let t=Number.parseInt(e.replace(`#`,``).slice(0,6),16);return Number.isNaN(t)?[136,136,136]:[t>>16&255,t>>8&255,t&255]}var nr=(e,t=4)=>String(Number(e.toFixed(t)));function rr(e,t){let n=e.get(t);if(n===null||n.trim()===``)return null;let r=Number(n);return Number.isFinite(r)?r:null}function ir(e){let t=new URLSearchParams(e),[n,r,i]=[rr(t,`x`),rr(t,`y`),rr(t,`z`)],a=rr(t,`n`);return{camera:n!==null&&r!==null&&i!==null?{x:n,y:r,zoom:i}:null,colour:t.get(`colour`),point:a!==null&&Number.isInteger(a)&&a>=0?a:null,words:t.get(`q`)??``}}function ar(e){let t=new URLSearchParams;return e.camera&&(t.set(`x`,nr(e.camera.x)),t.set(`y`,nr(e.camera.y)),t.set(`z`,nr(e.camera.zoom,2))),e.colour!==null&&t.set(`colour`,e.colour),e.point!==null&&t.set(`n`,String(e.point)),e.words!==``&&t.set(`q`,e.words),t.toString()}function or(e){let t=new URLSearchParams(location.search).get(`lang`),n=[e,t===null?``:`lang=${t}`].filter(e=>e!==``),r=n.length>0?`${location.pathname}?${n.join(`&`)}`:location.pathname;r!==location.pathname+location.search&&history.replaceState(history.state,``,r)}var sr=180,cr=400,lr=class{constructor(e){this.handlers=e,this.abort=new AbortController}look(e,t){this.stop();let n=t.trim();n===``?(this.handlers.busy(!1),this.handlers.found(null)):this.timer=setTimeout(()=>void this.ask(e,n),sr)}stop(){clearTimeout(this.timer),this.abort.abort()}async ask(e,t){this.abort=new AbortController;let{signal:n}=this.abort;this.handlers.busy(!0);try{let r=await $t(e,t,cr,n);n.aborted||this.handlers.found(r)}catch(r){n.aborted||this.handlers.failed(r,()=>void this.ask(e,t))}n.aborted||this.handlers.busy(!1)}};function ur(e,t){let n=new Uint8Array(t),r=e[0]?.score??1,i=e.at(-1)?.score??0;for(let{n:t,score:a}of e)n[t]=40+Math.round(215*(a-i)/(r-i||1));return n}var dr=2e3,fr=null;async function pr(e){for(;fr===null;)try{fr=await zt()}catch{if(e.aborted)return[];await new Promise(e=>setTimeout(e,dr))}return fr}var mr=14,hr=5e3,gr=class{constructor(e,t,n){this.gl=e,this.url=t,this.arrived=n,this.tiles=new Map,this.clock=0,this.destroyed=!1}get(e,t){let n=`${e}/${t}`,r=this.tiles.get(n),i=r&&r.failedAt>0&&performance.now()-r.failedAt>hr;return(!r||i)&&(r={texture:null,used:0,failedAt:0},this.tiles.set(n,r),this.load(r,e,t)),this.clock+=1,r.used=this.clock,r.texture}destroy(){this.destroyed=!0;for(let e of this.tiles.values())this.gl.deleteTexture(e.texture);this.tiles.clear()}async load(e,t,n){try{let r=await fetch(this.url(t,n));if(!r.ok)throw Error(String(r.status));let i=await createImageBitmap(await r.blob());this.destroyed||this.upload(e,i),i.close()}catch{e.failedAt=performance.now()}}upload(e,t){let{gl:n}=this;e.texture=n.createTexture(),n.bindTexture(n.TEXTURE_2D,e.texture),n.texImage2D(n.TEXTURE_2D,0,n.RGBA,n.RGBA,n.UNSIGNED_BYTE,t),n.texParameteri(n.TEXTURE_2D,n.TEXTURE_MIN_FILTER,n.LINEAR),n.texParameteri(n.TEXTURE_2D,n.TEXTURE_MAG_FILTER,n.LINEAR),n.texParameteri(n.TEXTURE_2D,n.TEXTURE_WRAP_S,n.CLAMP_TO_EDGE),n.texParameteri(n.TEXTURE_2D,n.TEXTURE_WRAP_T,n.CLAMP_TO_EDGE),this.dropOldest(),this.arrived()}dropOldest(){let e=[...this.tiles.entries()].filter(([,e])=>e.texture);e.sort(([,e],[,t])=>e.used-t.used);for(let[t,n]of e.slice(0,Math.max(0,e.length-mr)))this.gl.deleteTexture(n.texture),this.tiles.delete(t)}},_r=-.5,vr=.94,yr=.015,br=e=>Math.min(9,Math.max(_r,e));function xr(e,t){let n=e.slice().sort(),r=Math.floor(n.length*t);return[n[r]??0,n[n.length-1-r]??0]}function Sr(e,t,n,r){if(n.length===0)return{x:(e.x_min+e.x_max)/2,y:(e.y_min+e.y_max)/2,zoom:0};let[i,a]=xr(n,yr),[o,s]=xr(r,yr),c=X(e,t,0),l=Math.max((a-i)*c,1),u=Math.max((s-o)*c,1),d=Math.log2(Math.min(t.width/l,t.height/u)*.86);return{x:(i+a)/2,y:(o+s)/2,zoom:Math.min(2,Math.max(0,d))}}function X(e,t,n){let r=Math.max(e.x_max-e.x_min,1e-9),i=Math.max(e.y_max-e.y_min,1e-9);return vr*Math.min(t.width/r,t.height/i)*2**n}function Cr(e,t,n,r,i){return[(r-e.x)*t+n.width/2,(e.y-i)*t+n.height/2]}function wr(e,t,n,r,i){return[(r-n.width/2)/t+e.x,e.y-(i-n.height/2)/t]}function Tr(e,t,n,r,i,a){let[o,s]=wr(e,X(t,n,e.zoom),n,r,i),c=br(e.zoom+a),l=X(t,n,c);return Dr({x:o-(r-n.width/2)/l,y:s+(i-n.height/2)/l,zoom:c},t)}function Er(e,t,n,r,i){let a=X(t,n,e.zoom);return Dr({x:e.x-r/a,y:e.y+i/a,zoom:e.zoom},t)}function Dr(e,t){return{x:Math.min(t.x_max,Math.max(t.x_min,e.x)),y:Math.min(t.y_max,Math.max(t.y_min,e.y)),zoom:br(e.zoom)}}function Or(e,t,n,r){let i=r<.5?4*r**3:1-(-2*r+2)**3/2,a=Math.max(n.x_max-n.x_min,n.y_max-n.y_min,1e-9),o=Math.hypot(t.x-e.x,t.y-e.y)/a*2**Math.min(e.zoom,t.zoom),s=Math.min(2,Math.max(0,Math.log2(1+o)-.4))*Math.sin(Math.PI*i);return{x:e.x+(t.x-e.x)*i,y:e.y+(t.y-e.y)*i,zoom:br(e.zoom+(t.zoom-e.zoom)*i-s)}}var kr=5,Ar=450,jr=.0032;function Mr(e,t){let n=new Map,r=0,i=0,a=!1,o=new AbortController,{signal:s}=o,c=t=>{let n=e.getBoundingClientRect();return{x:t.clientX-n.left,y:t.clientY-n.top}},l=()=>{let[e,t]=[...n.values()];return e&&t?{gap:Math.hypot(e.x-t.x,e.y-t.y),x:(e.x+t.x)/2,y:(e.y+t.y)/2}:null};e.addEventListener(`pointerdown`,t=>{t.button===0&&(e.setPointerCapture(t.pointerId),n.set(t.pointerId,c(t)),n.size===1?(r=0,i=performance.now(),a=!1):a=!0)},{signal:s}),e.addEventListener(`pointermove`,e=>{let i=n.get(e.pointerId),a=c(e);if(!i){e.pointerType!==`touch`&&t.hover(a.x,a.y);return}let o=l(),[s,u]=[a.x-i.x,a.y-i.y];i.x=a.x,i.y=a.y;let d=l();if(o&&d){t.pan(d.x-o.x,d.y-o.y),o.gap>0&&d.gap>0&&t.zoom(d.x,d.y,Math.log2(d.gap/o.gap));return}let f=r<=kr;r+=Math.hypot(s,u),r>kr&&(f&&t.hold(!0),t.pan(s,u))},{signal:s});let u=(e,o)=>{if(!n.delete(e.pointerId)||n.size>0||(t.hold(!1),o||a||r>kr))return;let{x:s,y:l}=c(e),u=performance.now()-i>Ar;t.tap(s,l,e.pointerType===`touch`,e.shiftKey||u&&e.pointerType===`touch`)};return e.addEventListener(`pointerup`,e=>u(e,!1),{signal:s}),e.addEventListener(`pointercancel`,e=>u(e,!0),{signal:s}),e.addEventListener(`pointerleave`,()=>t.leave(),{signal:s}),e.addEventListener(`contextmenu`,e=>e.preventDefault(),{signal:s}),e.addEventListener(`wheel`,e=>{e.preventDefault();let{x:n,y:r}=c(e),i=e.deltaMode===1?e.deltaY*33:e.deltaY,a=e.ctrlKey?3:1;t.zoom(n,r,Math.max(-1.2,Math.min(1.2,-i*jr*a)))},{signal:s,passive:!1}),()=>o.abort()}var Nr=.25;function Pr(e){let t=new Uint32Array(e);for(let n=0;n<e;n+=1)t[n]=n;let n=2654435769;for(let r=e-1;r>0;--r){n=Math.imul(n,1664525)+1013904223>>>0;let e=n%(r+1),i=t[r]??0;t[r]=t[e]??0,t[e]=i}return t}function Fr(e,t,n,r,i,a=Pr(e.length)){let o=new Float32Array(e.length).fill(255),s=a,c=[];for(let a=r;a<=i&&s.length>0;a+=Nr){let r=n(a),i=new Map,l=(e,t)=>e*67108859+t,u=n=>{let a=l(Math.floor((e[n]??0)/r),Math.floor((t[n]??0)/r)),o=i.get(a);o?o.push(n):i.set(a,[n])},d=n=>{let a=e[n]??0,o=t[n]??0,s=Math.floor(a/r),c=Math.floor(o/r);for(let n=-1;n<=1;n+=1)for(let u=-1;u<=1;u+=1)for(let d of i.get(l(s+n,c+u))??[])if(Math.abs((e[d]??0)-a)<r&&Math.abs((t[d]??0)-o)<r)return!0;return!1};for(let e of c)u(e);s=s.filter(e=>d(e)?!0:(o[e]=a,c.push(e),u(e),!1))}return o}function Ir(e,t){let n=[];return e.map(e=>{let r=n.every(n=>e.x+e.width+t<=n.x||n.x+n.width+t<=e.x||e.y+e.height+t<=n.y||n.y+n.height+t<=e.y);return r&&n.push(e),r})}var Lr=22,Rr=30,zr=36e3,Br=class{constructor(e){this.host=e,this.pool=new Map,this.ruler=document.createElement(`canvas`).getContext(`2d`),this.widths=new Map,this.layers=[];let t=getComputedStyle(document.documentElement);this.ruler&&(this.ruler.font=`700 ${Number.parseFloat(t.fontSize)*.87}px ${t.fontFamily}`)}setLayers(e){this.layers=e;for(let e of this.pool.values())e.remove();this.pool.clear()}draw(e,t,n,r,i,a){let o=Math.max(6,Math.round(n*r/zr)),s=this.layers.filter(t=>e>=t.min_zoom-.01&&e<t.max_zoom).flatMap(e=>[...e.labels].sort((e,t)=>t.score-e.score)),c=[];for(let e of s){let[s,l]=t(e.x,e.y),u=this.measure(e.text);if(s<0||l<i||s>n||l>r)continue;let d=Math.min(n-u-8,Math.max(8,s-u/2));if(c.push({label:e,x:d,y:l-a-Lr,width:u,height:Lr}),c.length>=o*4)break}let l=Ir(c,Rr),u=c.filter((e,t)=>l[t]).slice(0,o),d=new Set;for(let e of u){let t=`${e.label.text}|${e.label.x}|${e.label.y}`;d.add(t),(this.pool.get(t)??this.make(t,e.label.text)).style.setProperty(`transform`,`translate(${e.x.toFixed(1)}px, ${e.y.toFixed(1)}px)`)}for(let[e,t]of this.pool)d.has(e)||(t.remove(),this.pool.delete(e));return u.map(e=>e.label.text)}make(e,t){let n=document.createElement(`span`);return n.className=`region`,n.textContent=t,this.host.append(n),this.pool.set(e,n),n}measure(e){let t=this.widths.get(e);return t===void 0&&(t=(this.ruler?.measureText(e).width??e.length*7)+12,this.widths.set(e,t)),t}},Vr=class{constructor(e,t){this.canvas=e,this.arrived=t,this.images=new Map,this.ink={accent:`#d8432b`,ink:`#16202e`,surface:`#fff`},this.pen=e.getContext(`2d`)}draw(e,t){let{pen:n,canvas:r}=this;if(!n)return!1;let i=Math.round(t.width*t.ratio),a=Math.round(t.height*t.ratio);(r.width!==i||r.height!==a)&&(r.width=i,r.height=a),n.setTransform(t.ratio,0,0,t.ratio,0,0),n.clearRect(0,0,t.width,t.height),n.fillStyle=`rgb(128 128 128 / 1%)`,n.fillRect(0,0,1,1),this.drawTies(n,e,t);for(let r of e.newcomers)this.drawNewcomer(n,r,t);for(let r of e.best)t.thumb(r)>0&&this.ring(n,t,r,1.5,.85);return e.hover!==null&&this.ring(n,t,e.hover,2,1),e.selected!==null&&this.ring(n,t,e.selected,3,1),e.voyage?this.drawVoyage(n,e.voyage,t):!1}ring(e,t,n,r,i){let a=t.place(n);if(!a)return;let[o,s]=t.project(...a),c=t.thumb(n);for(let[t,n]of[[this.ink.surface,r+2.5],[this.ink.accent,r]])e.globalAlpha=i,e.strokeStyle=t,e.lineWidth=n,e.beginPath(),c>0?e.roundRect(o-c/2-2,s-c/2-2,c+4,c+4,c*.24+2):e.arc(o,s,9,0,2*Math.PI),e.stroke();e.globalAlpha=1}drawTies(e,t,n){let r=t.selected===null?null:n.place(t.selected);if(!r)return;let[i,a]=n.project(...r);e.lineWidth=1.25,e.strokeStyle=this.ink.accent,e.globalAlpha=.45;let o=n.thumb(t.selected??-1)*.6+6;for(let r of t.ties){let t=n.place(r);if(!t)continue;let[s,c]=n.project(...t),l=Math.hypot(s-i,c-a);l<o+6||(e.beginPath(),e.moveTo(i+(s-i)*o/l,a+(c-a)*o/l),e.lineTo(s,c),e.stroke(),e.beginPath(),e.arc(s,c,3.5,0,2*Math.PI),e.stroke())}e.globalAlpha=1}drawNewcomer(e,t,n){let[r,i]=n.project(t.x,t.y),a=n.thumbSize*.86;r<-a||i<-a||r>n.width+a||i>n.height+a||(this.tile(e,t.image,r,i,a),e.fillStyle=this.ink.accent,e.strokeStyle=this.ink.surface,e.lineWidth=1.5,e.beginPath(),e.arc(r+a/2-2,i-a/2+2,4.5,0,2*Math.PI),e.fill(),e.stroke())}tile(e,t,n,r,i){let a=[n-i/2,r-i/2,i,i];e.save(),e.shadowColor=`rgb(8 14 24 / 0.35)`,e.shadowBlur=8,e.shadowOffsetY=2,e.fillStyle=`#fff`,e.beginPath(),e.roundRect(...a,i*.24),e.fill(),e.restore();let o=t?this.image(t):null;o&&(e.save(),e.beginPath(),e.roundRect(...a,i*.24),e.clip(),e.drawImage(o,...a),e.restore())}drawVoyage(e,t,n){let[r,i]=n.project(t.from.x,t.from.y);if(!t.to)return this.ghost(e,r,i,n),!n.still;let[a,o]=n.project(t.to.x,t.to.y),s=Math.max(0,n.now-(t.landedAt??0)),c=n.still?1:Math.min(1,s/480),l=1-(1-c)**3,u=Math.max(44,n.thumbSize);this.halo(e,a,o,u,t.confidence??0,l);let[d,f]=[r+(a-r)*l,i+(o-i)*l];return this.tile(e,t.image??null,a,o,u*(.6+.4*l)),this.arrow(e,r,i,d,f,u/2+6),c<1}ghost(e,t,n,r){let i=Math.max(44,r.thumbSize);e.save(),e.fillStyle=this.ink.surface,e.globalAlpha=.8,e.strokeStyle=this.ink.accent,e.lineWidth=2,e.setLineDash([5,5]),e.lineDashOffset=r.still?0:-r.now/40,e.beginPath(),e.roundRect(t-i/2,n-i/2,i,i,i*.24),e.fill(),e.globalAlpha=1,e.stroke(),e.restore()}halo(e,t,n,r,i,a){let o=r/2*(1.35+1.5*(1-i))*a,s=e.createRadialGradient(t,n,r/3,t,n,o+1);s.addColorStop(0,this.ink.accent),s.addColorStop(1,`transparent`),e.globalAlpha=.18+.32*i,e.fillStyle=s,e.beginPath(),e.arc(t,n,o+1,0,2*Math.PI),e.fill(),e.globalAlpha=1}arrow(e,t,n,r,i,a){let o=Math.hypot(r-t,i-n);if(e.fillStyle=this.ink.accent,e.strokeStyle=this.ink.surface,e.lineWidth=2,e.beginPath(),e.arc(t,n,4,0,2*Math.PI),e.stroke(),e.fill(),o<a+6)return;let[s,c]=[(r-t)/o,(i-n)/o],[l,u]=[r-s*a,i-c*a],[d,f]=[l-s*11,u-c*11];for(let[r,i]of[[this.ink.surface,5.5],[this.ink.accent,2.5]])e.strokeStyle=r,e.lineWidth=i,e.lineCap=`round`,e.beginPath(),e.moveTo(t,n),e.lineTo(d,f),e.stroke();e.beginPath(),e.moveTo(l,u),e.lineTo(d-c*6,f+s*6),e.lineTo(d+c*6,f-s*6),e.closePath(),e.fill()}image(e){let t=this.images.get(e);return t||(t=new Image,t.src=e,t.decode().then(this.arrived,()=>void 0),this.images.set(e,t)),t.complete&&t.naturalWidth>0?t:null}},Hr=class{constructor(e,t,n){this.x=e,this.y=t,this.bounds=n,this.late=new Map,this.cells=Math.max(1,Math.min(1024,Math.round(Math.sqrt(e.length/2))));let r=new Uint32Array(this.cells*this.cells+1);for(let t=0;t<e.length;t+=1){let e=this.cellOf(t)+1;r[e]=(r[e]??0)+1}for(let e=1;e<r.length;e+=1)r[e]=(r[e]??0)+(r[e-1]??0);let i=r.slice();this.order=new Uint32Array(e.length);for(let t=0;t<e.length;t+=1){let e=this.cellOf(t),n=i[e]??0;this.order[n]=t,i[e]=n+1}this.starts=r}add(e,t,n){this.late.set(e,[t,n])}place(e){let t=this.x[e],n=this.y[e];return t!==void 0&&n!==void 0?[t,n]:this.late.get(e)??null}*inBox(e,t,n,r){let[i,a]=[this.column(e),this.column(n)],[o,s]=[this.row(t),this.row(r)];for(let e=o;e<=s;e+=1)for(let t=i;t<=a;t+=1){let n=e*this.cells+t,r=this.starts[n+1]??0;for(let e=this.starts[n]??0;e<r;e+=1)yield this.order[e]??0}for(let[i,[a,o]]of this.late)a>=e&&a<=n&&o>=t&&o<=r&&(yield i)}nearest(e,t,n){let r=null,i=n*n;for(let a of this.inBox(e-n,t-n,e+n,t+n)){let n=this.place(a);if(!n)continue;let o=(n[0]-e)**2+(n[1]-t)**2;o<=i&&(i=o,r=a)}return r}column(e){let t=this.bounds.x_max-this.bounds.x_min||1;return Math.min(this.cells-1,Math.max(0,Math.floor((e-this.bounds.x_min)/t*this.cells)))}row(e){let t=this.bounds.y_max-this.bounds.y_min||1;return Math.min(this.cells-1,Math.max(0,Math.floor((e-this.bounds.y_min)/t*this.cells)))}cellOf(e){return this.row(this.y[e]??0)*this.cells+this.column(this.x[e]??0)}},Ur=`
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
}`,Wr=`
in vec4 ink;
out vec4 colour;
uniform float size;
void main() {
  float r = length(gl_PointCoord - 0.5) * 2.0;
  float a = ink.a * (1.0 - smoothstep(1.0 - 2.4 / size, 1.0, r));
  colour = vec4(ink.rgb * a, a);
}`,Gr=class{constructor(e,t){this.gl=e,this.points=t,this.glowing=!1,this.program=Qn(e,Ur,Wr),this.at={lens:e.getUniformLocation(this.program,`lens`),size:e.getUniformLocation(this.program,`size`),glowing:e.getUniformLocation(this.program,`glowing`),palette:e.getUniformLocation(this.program,`palette`)},this.array=e.createVertexArray(),e.bindVertexArray(this.array),$n(e,t.rawX,e.STATIC_DRAW),er(e,0,e.UNSIGNED_SHORT,!0),$n(e,t.rawY,e.STATIC_DRAW),er(e,1,e.UNSIGNED_SHORT,!0),this.colour=$n(e,t.colour,e.DYNAMIC_DRAW),er(e,2,e.UNSIGNED_BYTE,!1),this.glow=$n(e,new Uint8Array(t.count),e.DYNAMIC_DRAW),er(e,3,e.UNSIGNED_BYTE,!0),e.bindVertexArray(null),this.palette=e.createTexture()}setColours(e){this.gl.bindBuffer(this.gl.ARRAY_BUFFER,this.colour),this.gl.bufferSubData(this.gl.ARRAY_BUFFER,0,e)}setPalette(e,t,n){let{gl:r}=this,i=new Uint8Array(1024);for(let r=0;r<256;r+=1){let[a,o,s]=tr(e[r]??t),c=r<e.length;i.set([a,o,s,n!==null&&n!==r?22:c?225:110],r*4)}r.bindTexture(r.TEXTURE_2D,this.palette),r.texImage2D(r.TEXTURE_2D,0,r.RGBA,256,1,0,r.RGBA,r.UNSIGNED_BYTE,i),r.texParameteri(r.TEXTURE_2D,r.TEXTURE_MIN_FILTER,r.NEAREST),r.texParameteri(r.TEXTURE_2D,r.TEXTURE_MAG_FILTER,r.NEAREST)}setGlow(e){this.glowing=e!==null,e&&(this.gl.bindBuffer(this.gl.ARRAY_BUFFER,this.glow),this.gl.bufferSubData(this.gl.ARRAY_BUFFER,0,e.subarray(0,this.points.count)))}draw(e){let{gl:t,at:n}=this;t.useProgram(this.program),t.bindVertexArray(this.array),t.activeTexture(t.TEXTURE0),t.bindTexture(t.TEXTURE_2D,this.palette),t.uniform1i(n.palette,0),t.uniform4f(n.lens,e.centreX,e.centreY,e.scaleX,e.scaleY);let r=Math.sqrt(e.width*e.height/Math.max(1,this.points.count)),i=Math.min(11,Math.max(1.8,r*.4*2**(e.zoom*.32)));t.uniform1f(n.size,i*e.ratio),t.uniform1f(n.glowing,+!!this.glowing),t.drawArrays(t.POINTS,0,this.points.count),t.bindVertexArray(null)}},Kr=1.1;function qr(e,{width:t,height:n}){let r=Math.min(60,Math.max(28,Math.min(t,n)/28));return Math.min(r*2.8,r*(1+.3*Math.max(0,e)))}var Jr=class{constructor(e){this.points=e,this.appears=new Float32Array,this.order=new Uint32Array,this.glow=null}thinOut(e,t){let{x:n,y:r,bounds:i}=this.points;this.glow=t;let a=t=>qr(t,e)*Kr/X(i,e,t),o=t?Uint32Array.from(n.keys()).filter(e=>(t[e]??0)>0).sort((e,n)=>(t[n]??0)-(t[e]??0)):void 0;this.appears=Fr(n,r,a,_r,9,o),this.order=Uint32Array.from(this.appears.keys()).sort((e,t)=>(this.appears[e]??0)-(this.appears[t]??0))}isShown(e,t){return(this.appears[e]??255)<=t}visible(e,t,n){let{points:r,glow:i}=this,a=qr(e.zoom,n),o=(n.width+a)/2/t,s=(n.height+a)/2/t,c=[];for(let t of this.order){let l=this.appears[t]??255;if(l>e.zoom)break;let[u,d]=[r.x[t]??0,r.y[t]??0];if(Math.abs(u-e.x)>o||Math.abs(d-e.y)>s)continue;let f=l<=-.5?1:Math.min(1,.6+(e.zoom-l)*4),ee=i?.55+.45*(i[t]??0)/255:1;c.push({n:t,x:(r.rawX[t]??0)/65535,y:(r.rawY[t]??0)/65535,size:a*f*ee*n.ratio,alpha:1})}return c}},Yr=`
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
}`,Xr=`
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
}`,Zr=8,Qr=class{constructor(e,t,n){this.gl=e,this.tiles=t,this.levels=n,this.line=[0,0,0,.12],this.program=Qn(e,Yr,Xr),this.at={lens:e.getUniformLocation(this.program,`lens`),pixel:e.getUniformLocation(this.program,`pixel`),atlas:e.getUniformLocation(this.program,`atlas`),line:e.getUniformLocation(this.program,`line`)},this.array=e.createVertexArray(),e.bindVertexArray(this.array),e.bindBuffer(e.ARRAY_BUFFER,e.createBuffer()),e.bufferData(e.ARRAY_BUFFER,new Float32Array([-1,-1,1,-1,-1,1,1,1]),e.STATIC_DRAW),e.enableVertexAttribArray(0),e.vertexAttribPointer(0,2,e.FLOAT,!1,0,0),this.instances=e.createBuffer(),e.bindBuffer(e.ARRAY_BUFFER,this.instances);for(let t of[1,2])e.enableVertexAttribArray(t),e.vertexAttribPointer(t,4,e.FLOAT,!1,32,(t-1)*16),e.vertexAttribDivisor(t,1);e.bindVertexArray(null)}draw(e,t){let n=this.levels[0];if(!n||t.length===0)return;let r=new Map;for(let e of t){let t=this.levels.find(t=>t.thumb>=e.size*.8)??this.levels.at(-1)??n;!this.put(r,t,e)&&t!==n&&this.put(r,n,e)}let{gl:i,at:a}=this;i.useProgram(this.program),i.bindVertexArray(this.array),i.uniform4f(a.lens,e.centreX,e.centreY,e.scaleX,e.scaleY),i.uniform2f(a.pixel,1/(e.width*e.ratio),1/(e.height*e.ratio)),i.uniform4f(a.line,...this.line),i.uniform1i(a.atlas,0),i.activeTexture(i.TEXTURE0),i.bindBuffer(i.ARRAY_BUFFER,this.instances);for(let[e,t]of r)i.bindTexture(i.TEXTURE_2D,e),i.bufferData(i.ARRAY_BUFFER,new Float32Array(t),i.STREAM_DRAW),i.drawArraysInstanced(i.TRIANGLE_STRIP,0,4,t.length/Zr);i.bindVertexArray(null)}put(e,t,n){let r=t.columns*t.rows,i=this.tiles.get(t.level,Math.floor(n.n/r));if(!i)return!1;let a=n.n%r,o=a%t.columns/t.columns,s=Math.floor(a/t.columns)/t.rows,c=e.get(i)??[];return c.push(n.x,n.y,n.size,n.alpha,o,s,1/t.columns,1/t.rows),e.set(i,c),!0}},$r={left:[-1,0],right:[1,0],up:[0,1],down:[0,-1]};function ei(e,t,n,r=0){let[i,a]=$r[t],o=null,s=1/0;for(let t of n){let n=t.x-e.x,c=t.y-e.y,l=Math.hypot(n,c);if(l===0||l<r)continue;let u=(n*i+c*a)/l;if(u<.5)continue;let d=l/u;d<s&&(s=d,o=t.n)}return o}var ti=14,ni=22,ri=50,ii=650,ai=14,oi=class{constructor(e,t,n,r){this.host=e,this.data=t,this.callbacks=n,this.canvas=document.createElement(`canvas`),this.shapes=document.createElement(`canvas`),this.names=document.createElement(`div`),this.stop=[],this.viewport={width:1,height:1},this.glow=null,this.scene={hover:null,selected:null,ties:[],newcomers:[],voyage:null,best:[]},this.frame=0,this.flight=null,this.testedAt=0,this.labelTop=0,this.still=matchMedia(`(prefers-reduced-motion: reduce)`).matches;let{points:i}=t;this.thumbnails=new Jr(i),this.viewport={width:Math.max(1,e.clientWidth),height:Math.max(1,e.clientHeight)},this.camera=r??this.homeCamera(),this.thumbnails.thinOut(this.viewport,this.glow),this.grid=new Hr(i.x,i.y,i.bounds),this.canvas.className=`map-points`,this.shapes.className=`map-shapes`,this.names.className=`map-names`,this.names.setAttribute(`aria-hidden`,`true`);let a=this.canvas.getContext(`webgl2`,{antialias:!1,alpha:!0,premultipliedAlpha:!0});if(!a)throw new Zn(`WebGL2`);this.gl=a,e.append(this.canvas,this.names,this.shapes);let o=()=>this.redraw();this.tiles=new gr(a,t.tileUrl,o),this.pointsLayer=new Gr(a,i),this.thumbsLayer=new Qr(a,this.tiles,t.atlas),this.labelsLayer=new Br(this.names),this.overlay=new Vr(this.shapes,o),this.watchSize(),this.stop.push(Mr(e,this.handlers()));let s=new AbortController,{signal:c}=s;this.canvas.addEventListener(`webglcontextlost`,e=>e.preventDefault(),{signal:c}),this.canvas.addEventListener(`webglcontextrestored`,()=>n.lost(),{signal:c}),this.stop.push(()=>s.abort())}update(e){if(e.ink){this.overlay.ink=e.ink;let[t,n,r]=tr(e.ink.ink);this.thumbsLayer.line=[t/255,n/255,r/255,.16]}if(e.palette&&this.pointsLayer.setPalette(e.palette.colours,e.palette.quiet,e.palette.alone),e.colours&&this.pointsLayer.setColours(e.colours),e.glow!==void 0&&(this.glow=e.glow,this.pointsLayer.setGlow(e.glow),this.thumbnails.thinOut(this.viewport,this.glow)),e.labels&&this.labelsLayer.setLayers(e.labels),e.labelTop!==void 0&&(this.labelTop=e.labelTop),e.newcomers)for(let t of e.newcomers)this.grid.add(t.n,t.x,t.y);let{selected:t,ties:n,newcomers:r,voyage:i,best:a}=e;this.scene={...this.scene,...t!==void 0&&{selected:t},...n&&{ties:n},...r&&{newcomers:r},...i!==void 0&&{voyage:i},...a&&{best:a}},this.redraw()}flyTo(e){let t=Dr(e,this.data.points.bounds);this.still?this.look(t):this.flight={from:this.camera,to:t,start:performance.now()},this.redraw()}zoomBy(e){let t=this.flight?.to??this.camera;this.flyTo({...t,zoom:br(t.zoom+e)})}goHome(){this.flyTo(this.homeCamera())}reveal(e,t){let n=this.grid.place(e);if(!n)return;let[r,i]=this.project(...n),{width:a,height:o}=this.viewport;r>a*.15&&r<a*.7&&i>o*.15&&i<o*.7&&t===void 0||this.flyTo({x:n[0],y:n[1],zoom:Math.max(this.camera.zoom,t??this.camera.zoom)})}project(e,t){return Cr(this.camera,this.scale(),this.viewport,e,t)}middle(){let{bounds:e}=this.data.points;return this.grid.nearest(this.camera.x,this.camera.y,e.x_max-e.x_min)}ahead(e,t,n){let r=this.grid.place(e);if(!r)return null;let[i,a]=r,o=t=>{let n=this.grid.place(t);return n&&t!==e?[{n:t,x:n[0],y:n[1]}]:[]},{bounds:s}=this.data.points,c=ai/this.scale(),l=Math.max((s.x_max-s.x_min)/8,4*c),u=n.flatMap(o);return ei({x:i,y:a},t,u,c)??ei({x:i,y:a},t,[...this.grid.inBox(i-l,a-l,i+l,a+l)].flatMap(o),c)??ei({x:i,y:a},t,u)}redraw(){this.frame===0&&(this.frame=requestAnimationFrame(e=>this.draw(e)))}destroy(){cancelAnimationFrame(this.frame),this.frame=-1;for(let e of this.stop)e();this.tiles.destroy(),this.gl.getExtension(`WEBGL_lose_context`)?.loseContext(),this.canvas.remove(),this.names.remove(),this.shapes.remove()}thumb(e=this.camera.zoom){return qr(e,this.viewport)}homeCamera(){let{bounds:e,x:t,y:n}=this.data.points;return Sr(e,this.viewport,t,n)}scale(e=this.camera.zoom){return X(this.data.points.bounds,this.viewport,e)}look(e){this.camera=e,this.callbacks.moved(e),this.redraw()}watchSize(){let e=()=>{let{clientWidth:e,clientHeight:t}=this.host;e!==0&&t!==0&&(e!==this.viewport.width||t!==this.viewport.height)&&(this.viewport={width:e,height:t},this.thumbnails.thinOut(this.viewport,this.glow),this.redraw())},t=new ResizeObserver(e);t.observe(this.host),this.stop.push(()=>t.disconnect()),e()}handlers(){let{bounds:e}=this.data.points;return{pan:(t,n)=>{this.flight=null,this.look(Er(this.camera,e,this.viewport,t,n))},zoom:(t,n,r)=>{this.flight=null,this.look(Tr(this.camera,e,this.viewport,t,n,r))},hold:e=>this.host.classList.toggle(`moving`,e),leave:()=>this.setHover(null,0,0),hover:(e,t)=>{let n=performance.now();n-this.testedAt<ri&&this.scene.hover===null||(this.testedAt=n,this.setHover(this.pick(e,t,ti),e,t))},tap:(e,t,n,r)=>{let i=r?null:this.pick(e,t,n?ni:ti);i===null?this.callbacks.emptied(...wr(this.camera,this.scale(),this.viewport,e,t)):this.callbacks.picked(i)}}}setHover(e,t,n){this.host.classList.toggle(`over`,e!==null),e!==this.scene.hover&&(this.scene={...this.scene,hover:e},this.redraw()),this.callbacks.hovered(e,t,n)}pick(e,t,n){let r=this.scale(),[i,a]=wr(this.camera,r,this.viewport,e,t),o=this.thumb()/2/r,s=null,c=1/0;for(let e of this.grid.inBox(i-o,a-o,i+o,a+o)){let t=this.grid.place(e);if(!t||this.shownSize(e)===0)continue;let n=Math.max(Math.abs(t[0]-i),Math.abs(t[1]-a));n<=o&&n<c&&(c=n,s=e)}return s??this.grid.nearest(i,a,n/r)}shownSize(e){let{count:t}=this.data.points;return e>=t?this.thumb()*.86:this.thumbnails.isShown(e,this.camera.zoom)?this.thumb():0}lens(){let{bounds:e}=this.data.points,{width:t,height:n}=this.viewport,[r,i]=[e.x_max-e.x_min||1,e.y_max-e.y_min||1],a=this.scale();return{centreX:(this.camera.x-e.x_min)/r,centreY:(this.camera.y-e.y_min)/i,scaleX:2*a*r/t,scaleY:2*a*i/n,width:t,height:n,ratio:Math.min(2,window.devicePixelRatio||1),zoom:this.camera.zoom}}draw(e){this.frame=0;let t=!1;if(this.flight){let n=Math.min(1,Math.max(0,(e-this.flight.start)/ii)),{from:r,to:i}=this.flight;this.camera=n===1?i:Or(r,i,this.data.points.bounds,n),n===1&&(this.flight=null),this.callbacks.moved(this.camera),t=this.flight!==null}let n=this.lens(),{gl:r,canvas:i}=this,[a,o]=[Math.round(n.width*n.ratio),Math.round(n.height*n.ratio)];(i.width!==a||i.height!==o)&&(i.width=a,i.height=o),r.viewport(0,0,a,o),r.clearColor(0,0,0,0),r.clear(r.COLOR_BUFFER_BIT),r.enable(r.BLEND),r.blendFunc(r.ONE,r.ONE_MINUS_SRC_ALPHA),this.pointsLayer.draw(n),this.thumbsLayer.draw(n,this.thumbnails.visible(this.camera,this.scale(),n));let s=this.labelsLayer.draw(this.camera.zoom,(e,t)=>this.project(e,t),n.width,n.height,this.labelTop,this.thumb()/2);this.callbacks.regions(s),t=this.overlay.draw(this.scene,this.stage(n,e))||t,t&&this.redraw()}stage(e,t){return{width:e.width,height:e.height,ratio:e.ratio,now:t,still:this.still,project:(e,t)=>this.project(e,t),place:e=>this.grid.place(e),thumb:e=>this.shownSize(e),thumbSize:this.thumb()}}},si=`RSHNMAP1`,ci=32,li=65535;function ui(e){if(e.byteLength<ci)throw RangeError(`points: shorter than the header`);let t=new DataView(e),n=String.fromCharCode(...new Uint8Array(e,0,8));if(n!==si)throw RangeError(`points: expected ${si}, found ${JSON.stringify(n)}`);let r=t.getUint32(8,!0);if(e.byteLength<ci+5*r)throw RangeError(`points: fewer bytes than points`);let i={x_min:t.getFloat32(12,!0),y_min:t.getFloat32(16,!0),x_max:t.getFloat32(20,!0),y_max:t.getFloat32(24,!0)},a=new Uint16Array(e,ci,r),o=new Uint16Array(e,ci+2*r,r),s=new Uint8Array(e,ci+4*r,r),c=new Float32Array(r),l=new Float32Array(r),u=(i.x_max-i.x_min)/li,d=(i.y_max-i.y_min)/li;for(let e=0;e<r;e+=1)c[e]=i.x_min+(a[e]??0)*u,l[e]=i.y_min+(o[e]??0)*d;return{count:r,bounds:i,rawX:a,rawY:o,colour:s,x:c,y:l}}var di=`#8a94a3`,fi=721,pi=class e{static async open(t,n,r){let i=(await Wt())[0];if(!i)return null;let[a,o,s]=await Promise.all([Gt(i.id),Kt(i.id),Jt(i.id)]);return new e(t,n,a,ui(o),s,r)}constructor(e,t,n,r,i,a){this.host=e,this.on=t,this.map=n,this.points=r,this.labels=i,this.alone=null,this.additions=[],this.late=new Map,this.cards=new Map,this.column=n.columns[0]?.id??``,this.colours=r.colour,this.view=this.draw(a),this.paint()}show(e){this.view.update(e)}destroy(){this.view.destroy()}paint(){let e=getComputedStyle(document.documentElement),t=t=>e.getPropertyValue(t).trim();this.show({ink:{accent:t(`--accent`),ink:t(`--ink`),surface:t(`--surface`)},labels:this.labels.map(e=>({...e,labels:e.labels.map(e=>({...e,text:N(e.title)}))})),labelTop:innerWidth<fi?70:20}),this.isolate(this.alone)}isolate(e){this.alone=e;let t=this.map.columns.find(e=>e.id===this.column)?.legend??[];this.show({palette:{colours:t.map(e=>e.colour),quiet:di,alone:e}})}async colourBy(e){let{columns:t}=this.map;if(!t.some(t=>t.id===e))return;this.column=e;let n=t[0]?.id===e?this.points.colour:await qt(this.map.id,e);this.column===e&&(this.colours=n,this.show({colours:n}),this.isolate(null))}async loadAdditions(){for(let e of await Yt(this.map.id))this.join(e)}join(e){this.late.has(e.n)||(this.late=new Map(this.late).set(e.n,e.image),this.additions=[...this.additions,e],this.show({newcomers:this.additions}))}land({point:e,render:t,x:n,y:r}){if(e===null)return;let i=t.image?.url??null;this.join({n:e,x:n,y:r,render_id:t.id,image:i,recipe:t.recipe})}glow(e){e===null?this.show({glow:null,best:[]}):this.show({glow:ur(e,this.map.count),best:e.slice(0,3).map(e=>e.n)})}address(e,t){let n=this.column===this.map.columns[0]?.id?null:this.column;return{camera:this.view.camera,colour:n,point:e,words:t}}cardOf(e){let t=this.cards.get(e);return t||(t=Xt(this.map.id,e),t.catch(()=>this.cards.delete(e)),this.cards.set(e,t)),t}draw(e){let{map:t,points:n}=this,r=(e,n)=>Zt(t.id,e,n),i={...this.on,lost:()=>this.redraw()};return new oi(this.host,{points:n,atlas:t.atlas,tileUrl:r},i,e??void 0)}redraw(){let{camera:e}=this.view;this.view.destroy(),this.view=this.draw(e),this.show({colours:this.colours,newcomers:this.additions}),this.paint()}},mi=125,hi=260,gi=class{constructor(e,t){this.stayed=e,this.left=t,this.over=null}hover(e,t,n){e!==this.over&&(this.over=e,clearTimeout(this.timer),this.timer=e===null?setTimeout(this.left,hi):setTimeout(()=>this.stayed(e,t,n,()=>this.over===e),mi))}},_i={ArrowLeft:`left`,ArrowRight:`right`,ArrowUp:`up`,ArrowDown:`down`},vi=.75;function yi(e,t,n){let r=e.composedPath()[0];if(r instanceof HTMLInputElement||r instanceof HTMLSelectElement||e.metaKey||e.ctrlKey||e.altKey)return;let i=_i[e.key],a={"/":t.search,"?":t.help,"+":()=>t.zoom(vi),"=":()=>t.zoom(vi),"-":()=>t.zoom(-.75),0:t.home,Escape:t.back,...r===n&&{Enter:t.open}},o=i?()=>t.walk(i):a[e.key];o&&((i||e.key===`/`)&&e.preventDefault(),o())}var bi=class{constructor(e){this.handlers=e,this.abort=new AbortController}async go(e,t,n){this.abort.abort(),this.abort=new AbortController;let{signal:r}=this.abort,i={x:t,y:n};this.handlers.draw({from:i}),this.handlers.busy(!0);try{let t=await Qt(e,i,r);if(r.aborted)return;let n=t.render.image?.url;this.handlers.landed(t),this.handlers.draw({from:i,to:{x:t.x,y:t.y},confidence:t.confidence,landedAt:performance.now(),...n!==void 0&&{image:n}})}catch(i){if(r.aborted)return;this.handlers.draw(null),this.handlers.failed(i,()=>void this.go(e,t,n))}this.handlers.busy(!1)}cancel(){this.abort.abort(),this.handlers.busy(!1),this.handlers.draw(null)}};function xi(e){return e===`none`?[M(`atlas.none`),M(`atlas.noneHint`)]:e===`no-gl`?[M(`atlas.noGl`),M(`atlas.noGlHint`)]:[M(`atlas.loading`),``]}function Si(e,t){let{trustworthiness:n,recall_15:r}=e.quality;return[M(`atlas.count`,{n:dt(e.count+t)}),...n===null?[]:[`${M(`atlas.trust`)} ${n.toFixed(2)}`],...r===null?[]:[`${M(`atlas.recall`)} ${r.toFixed(2)}`]].join(` · `)}var Ci=t({AtlasPage:()=>Z,page:()=>wi}),Z=class extends w{static{this.styles=[A,ln]}constructor(){super(),this.chart=null,this.model=null,this.phase=`loading`,this.problem=null,this.card=null,this.other=null,this.choosing=!1,this.words=``,this.best=null,this.searching=!1,this.hovered=null,this.landing=null,this.decoding=!1,this.touched=!1,this.regions=[],this.life=new AbortController,this.selected=null,this.dwell=new gi((e,t,n,r)=>{this.chart?.cardOf(e).then(e=>{r()&&(this.hovered={card:e,x:t,y:n})},()=>void 0)},()=>{this.hovered=null}),this.finder=new lr({busy:e=>{this.searching=e},found:e=>{this.best=e,this.chart?.glow(e)},failed:(e,t)=>this.fail(e,t)}),this.voyages=new bi({draw:e=>this.chart?.show({voyage:e}),busy:e=>{this.decoding=e},landed:e=>{this.landing=e,this.chart?.land(e)},failed:(e,t)=>this.fail(e,t)}),this.again=null,new P(this)}connectedCallback(){super.connectedCallback(),this.life=new AbortController;let{signal:e}=this.life;window.addEventListener(`keydown`,e=>yi(e,this.keys(),this.host),{signal:e}),e.addEventListener(`abort`,l(()=>this.chart?.paint())),e.addEventListener(`abort`,ft(()=>this.chart?.paint())),this.updateComplete.then(()=>this.load())}disconnectedCallback(){super.disconnectedCallback(),this.life.abort(),clearTimeout(this.addressTimer),this.finder.stop(),this.voyages.cancel(),this.chart?.destroy(),this.chart=null}fail(e,t=null){e instanceof DOMException&&e.name===`AbortError`||(this.problem=Pt(e),this.again=t,sn())}dismiss(e){this.problem=null,e&&this.again?.()}async load(){this.problem=null;let e=ir(location.search);try{let t=await pi.open(this.host,this.callbacks(),e.camera);this.isConnected?t?this.unfold(t,e):this.phase=`none`:t?.destroy()}catch(e){e instanceof Zn?this.phase=`no-gl`:this.fail(e,()=>void this.load())}}callbacks(){return{moved:()=>{this.touched=!0,this.remember()},hovered:(e,t,n)=>this.dwell.hover(e,t,n),picked:e=>void this.pick(e),emptied:(e,t)=>this.decode(e,t),regions:e=>{e.join()!==this.regions.join()&&(this.regions=e)}}}unfold(e,t){this.chart=e,this.phase=`ready`,t.colour!==null&&this.colourBy(t.colour),t.point!==null&&this.pick(t.point,t.camera===null),t.words!==``&&this.lookFor(t.words),e.loadAdditions().then(()=>this.requestUpdate(),e=>this.fail(e)),pr(this.life.signal).then(t=>{this.model=t.find(t=>t.id===e.map.model)??null})}async colourBy(e){try{await this.chart?.colourBy(e),this.remember()}catch(t){this.fail(t,()=>void this.colourBy(e))}this.requestUpdate()}remember(){this.hovered=null,clearTimeout(this.addressTimer),this.addressTimer=setTimeout(()=>{this.chart&&or(ar(this.chart.address(this.selected,this.words)))},250)}async pick(e,t=!0){let{chart:n}=this;if(n){if(this.hovered=null,this.choosing&&this.card)return this.pickSecond(n,e);this.selected=e,this.other=null,n.show({selected:e,ties:[]}),t&&n.view.reveal(e),this.remember();try{let t=await n.cardOf(e);if(this.selected!==e)return;this.card=t,n.show({ties:t.neighbours.map(e=>e.n)})}catch(t){this.fail(t,()=>void this.pick(e))}}}async pickSecond(e,t){this.choosing=!1;try{this.other=await e.cardOf(t),e.show({ties:[t]})}catch(n){this.fail(n,()=>void this.pickSecond(e,t))}}close(){this.card=null,this.other=null,this.choosing=!1,this.selected=null,this.chart?.show({selected:null,ties:[]}),this.remember()}decode(e,t){this.chart&&(this.close(),this.landing=null,this.problem=null,this.voyages.go(this.chart.map.id,e,t))}cancelDecode(){this.landing=null,this.voyages.cancel()}lookFor(e){this.words=e,this.remember(),this.chart&&this.finder.look(this.chart.map.id,e)}goTo(e){e!==void 0&&(this.chart?.view.reveal(e,3),this.pick(e,!1))}keys(){return{walk:e=>void this.walk(e),search:()=>this.search.focus(),help:()=>this.help.open(),zoom:e=>this.chart?.view.zoomBy(e),home:()=>this.chart?.view.goHome(),back:()=>this.decoding||this.landing?this.cancelDecode():this.close(),open:()=>this.renderRoot.querySelector(`rashin-map-card`)?.enter()}}async walk(e){let{chart:t,selected:n}=this;if(!t)return;let{view:r}=t,i=(n===null?null:await t.cardOf(n).catch(()=>null))?.neighbours.map(e=>e.n)??[],a=n===null?r.middle():r.ahead(n,e,i);a!==null&&await this.pick(a)}render(){return v`
      <div
        class="map"
        role="application"
        tabindex="0"
        data-testid="map"
        data-phase=${this.phase}
        aria-label=${M(`atlas.label`)}
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
    `}waiting(){if(this.problem)return x;let[e,t]=xi(this.phase);return v`<div class="waiting" role="status"><h1>${e}</h1><p class="quiet">${t}</p></div>`}furniture(){let{chart:e}=this;if(!e)return x;let{map:t}=e;return v`
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
      ${this.card?v`<rashin-map-card
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
          ></rashin-map-card>`:x}
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
      <p class="quality" data-testid="quality" title=${M(`atlas.qualityHelp`)}>${Si(t,e.additions.length)}</p>
      ${this.touched||this.card||this.decoding||this.landing||this.words?x:v`<p class="hint">${M(`atlas.hint`)}</p>`}
    `}};U([D()],Z.prototype,`chart`,void 0),U([D()],Z.prototype,`model`,void 0),U([D()],Z.prototype,`phase`,void 0),U([D()],Z.prototype,`problem`,void 0),U([D()],Z.prototype,`card`,void 0),U([D()],Z.prototype,`other`,void 0),U([D()],Z.prototype,`choosing`,void 0),U([D()],Z.prototype,`words`,void 0),U([D()],Z.prototype,`best`,void 0),U([D()],Z.prototype,`searching`,void 0),U([D()],Z.prototype,`hovered`,void 0),U([D()],Z.prototype,`landing`,void 0),U([D()],Z.prototype,`decoding`,void 0),U([D()],Z.prototype,`touched`,void 0),U([D()],Z.prototype,`regions`,void 0),U([O(`.map`)],Z.prototype,`host`,void 0),U([O(`rashin-help`)],Z.prototype,`help`,void 0),U([O(`rashin-map-search`)],Z.prototype,`search`,void 0),Z=U([T(`atlas-page`)],Z);var wi={path:`/`,title:`nav.atlas`,order:1,mount(e){let t=document.createElement(`atlas-page`);return e.append(t),()=>t.remove()}},Ti=class{constructor(e,t){this.host=e,this.take=t,this.over=!1,this.events=new AbortController,e.addController(this)}hostConnected(){this.events=new AbortController;let{signal:e}=this.events;window.addEventListener(`dragover`,e=>{e.dataTransfer?.types.includes(`Files`)&&(e.preventDefault(),this.hovering(!0))},{signal:e}),window.addEventListener(`dragleave`,e=>{e.relatedTarget===null&&this.hovering(!1)},{signal:e}),window.addEventListener(`drop`,e=>{this.hovering(!1);let t=[...e.dataTransfer?.files??[]];t.length!==0&&(e.preventDefault(),this.take(t))},{signal:e}),window.addEventListener(`paste`,e=>{let t=[...e.clipboardData?.files??[]];t.length>0&&this.take(t)},{signal:e})}hostDisconnected(){this.events.abort()}hovering(e){this.over!==e&&(this.over=e,this.host.requestUpdate())}},Ei=24,Di=class extends w{static{this.styles=[A,p`
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
    `]}constructor(){super(),this.current=``,this.items=[],this.next=null,this.starred=!1,new P(this)}connectedCallback(){super.connectedCallback(),this.load()}add(e){(!this.starred||e.starred)&&(this.items=[e,...this.items.filter(t=>t.id!==e.id)])}async load(e){try{let t=await Bt({limit:Ei,...e!==void 0&&{cursor:e},...this.starred&&{starred:!0}}),n=new Set(e===void 0?[]:this.items.map(e=>e.id)),r=t.items.filter(e=>!n.has(e.id));this.items=e===void 0?r:[...this.items,...r],this.next=t.next}catch(e){this.dispatchEvent(new CustomEvent(`problem`,{detail:Pt(e)}))}}async star(e){let t=!e.starred,n=t=>{this.items=this.items.map(n=>n.id===e.id?{...n,starred:t}:n)};n(t);try{await Ht(e.id,t)}catch(e){n(!t),this.dispatchEvent(new CustomEvent(`problem`,{detail:Pt(e)}))}}render(){let e=this.items.filter(e=>e.image!==null);return v`<header>
        <h2>${M(`studio.history`)}</h2>
        <button
          class="bare icon"
          aria-pressed=${this.starred}
          aria-label=${M(`studio.starred`)}
          title=${M(`studio.starred`)}
          @click=${()=>{this.starred=!this.starred,this.load()}}
        >
          ${k(`star`)}
        </button>
      </header>
      ${e.length===0?v`<p class="quiet">${M(`studio.historyEmpty`)}</p>`:x}
      <ul data-testid="history">
        ${e.map(e=>this.tile(e))}
      </ul>
      ${this.next===null?x:v`<button class="more" @click=${()=>void this.load(this.next??void 0)}>
            ${M(`common.more`)}
          </button>`}`}tile(e){let t=e.recipe?.conditioning.replace(/^"|"$/g,``)||e.recipe?.noise||e.id;return v`<li>
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
        aria-label=${e.starred?M(`studio.unstar`):M(`studio.star`)}
        @click=${()=>void this.star(e)}
      >
        ${k(`star`)}
      </button>
    </li>`}};U([E()],Di.prototype,`current`,void 0),U([D()],Di.prototype,`items`,void 0),U([D()],Di.prototype,`next`,void 0),U([D()],Di.prototype,`starred`,void 0),Di=U([T(`rashin-history`)],Di);var Oi=p`
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
    width: min(100%, 640px, max(300px, calc(100dvh - var(--bar) - 264px)));
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
  .working {
    position: absolute;
    left: 8%;
    right: 8%;
    bottom: -9px;
    height: 3px;
    border-radius: 3px;
    overflow: hidden;
    background: var(--line);
  }
  .working i {
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
  .bench {
    width: min(100%, 640px);
    display: flex;
    flex-wrap: wrap;
    gap: 7px;
    align-items: center;
    justify-content: center;
  }
  .bench .push {
    margin-right: auto;
  }
  .variations {
    width: min(100%, 640px);
  }
  .variations h2 {
    margin-bottom: 8px;
  }
  .variations rashin-strip {
    min-height: 64px;
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
      width: min(56vw, 34dvh);
      box-shadow: var(--shadow-small);
    }
    .working {
      bottom: 0;
      left: 0;
      right: 0;
      border-radius: 0;
    }
    .knobs {
      order: 1;
      border: 0;
      padding: 16px;
    }
    .variations {
      order: 2;
      padding: 16px;
      width: 100%;
    }
    .bench {
      order: 3;
      padding: 0 16px 16px;
      width: 100%;
      justify-content: flex-start;
    }
    .bench .push {
      margin-right: 0;
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
    .bench,
    .variations {
      width: min(100%, 960px, calc(100dvh - var(--bar) - 300px));
    }
  }
`;function ki(e,t){let n=/^(.*?)(?:,\s*|^)([^,]+?)\s+style\s*$/i.exec(e),r=n?.[2]?.trim().toLowerCase(),i=t.find(e=>e.toLowerCase()===r);return n&&i!==void 0?[(n[1]??``).replace(/[,\s]+$/,``),i]:[e,null]}var Ai=(e,t)=>ki(e,t)[1];function ji(e,t,n){let[r]=ki(e,t),i=r.replace(/[,\s]+$/,``);return n===null?i:i===``?`${n} style`:`${i}, ${n} style`}var Q=class extends w{constructor(...e){super(...e),this.name=``,this.label=``,this.min=0,this.max=1,this.step=.01,this.value=0,this.home=0}static{this.styles=[A,p`
      :host {
        display: block;
      }
      label {
        display: grid;
        grid-template-columns: 124px 1fr 44px;
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
    `]}updated(e){let t=e=>(e-this.min)/(this.max-this.min||1)*100,[n,r]=[t(this.home),t(this.value)];this.style.setProperty(`--low`,`${Math.min(n,r)}%`),this.style.setProperty(`--high`,`${Math.max(n,r)}%`)}tell(e,t){this.value=t,this.dispatchEvent(new CustomEvent(e,{detail:t}))}reset(){this.tell(`slide`,this.home),this.tell(`settle`,this.home)}render(){let e=this.value!==this.home,t=this.step>=1?0:this.step>=.1?1:2;return v`<label class=${e?`moved`:``} @dblclick=${()=>this.reset()}>
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
    </label>`}};U([E()],Q.prototype,`name`,void 0),U([E()],Q.prototype,`label`,void 0),U([E({type:Number})],Q.prototype,`min`,void 0),U([E({type:Number})],Q.prototype,`max`,void 0),U([E({type:Number})],Q.prototype,`step`,void 0),U([E({type:Number})],Q.prototype,`value`,void 0),U([E({type:Number})],Q.prototype,`home`,void 0),U([O(`input`)],Q.prototype,`input`,void 0),Q=U([T(`rashin-slider`)],Q);var Mi=p`
  .field {
    display: block;
  }
  .field > h2,
  .group > h2 {
    margin-bottom: 7px;
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
  .three {
    display: flex;
    flex-wrap: wrap;
    gap: 16px 20px;
  }
  .seed {
    display: flex;
    gap: 4px;
  }
  .seed input {
    width: 106px;
    min-height: 40px;
    border: 1px solid var(--line);
    border-radius: var(--radius-small);
    background: var(--sunken);
    padding: 0 10px;
    font-variant-numeric: tabular-nums;
    appearance: textfield;
  }
  .seed input::-webkit-inner-spin-button {
    display: none;
  }
  .titled {
    display: flex;
    justify-content: space-between;
    align-items: center;
    min-height: 28px;
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
  .expression code {
    font-size: 0.8rem;
    overflow-wrap: anywhere;
    display: block;
    margin: 4px 0 8px;
  }
`,Ni=class extends w{static{this.styles=[A,p`
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
    `]}constructor(){super(),this.first=null,this.second=null,this.t=.5,new P(this)}tell(e,t){this.dispatchEvent(new CustomEvent(e,{detail:t}))}slot_(e){let t=this[e],n=M(`studio.${e}`);return t===null?v`<figure>
        <button class="slot" @click=${()=>this.input.click()}>
          ${k(`image`)}<span>${M(`studio.dropHint`)} <u>${M(`studio.choose`)}</u></span>
        </button>
        <figcaption>${n}</figcaption>
      </figure>`:v`<figure>
      <div class="slot full"><img src="${Ft}/images/${t}.png" alt=${n} data-testid="original-${e}" /></div>
      <button class="bare icon away" aria-label=${M(`studio.removePicture`)} @click=${()=>this.tell(`away`,e)}>
        ${k(`close`)}
      </button>
      <figcaption>${n} · ${M(`studio.original`)}</figcaption>
    </figure>`}render(){return v`<div class="pair">${this.slot_(`first`)}${this.slot_(`second`)}</div>
      <input
        type="file"
        class="off"
        data-testid="file"
        tabindex="-1"
        aria-label=${M(`studio.choose`)}
        accept="image/png,image/jpeg,image/webp"
        multiple
        @change=${()=>{this.tell(`files`,[...this.input.files??[]]),this.input.value=``}}
      />
      ${this.second===null?x:v`<rashin-slider
            name="slider-t"
            label=${M(`studio.betweenTwo`)}
            .value=${this.t}
            .home=${.5}
            @slide=${e=>this.tell(`slide`,e.detail)}
            @settle=${e=>this.tell(`settle`,e.detail)}
          ></rashin-slider>`}`}};U([E()],Ni.prototype,`first`,void 0),U([E()],Ni.prototype,`second`,void 0),U([E({type:Number})],Ni.prototype,`t`,void 0),U([O(`input[type=file]`)],Ni.prototype,`input`,void 0),Ni=U([T(`rashin-uploads`)],Ni);var Pi=class extends w{static{this.styles=[A,Mi]}constructor(){super(),this.models=[],this.card=null,this.studio=null,this.locked=!0,new P(this)}tell(e,t=null){this.dispatchEvent(new CustomEvent(e,{detail:t}))}change(e,t=`now`){this.tell(`knob`,{patch:e,pace:t})}reseed(e){this.change({seed:e,noise:null,first:null,second:null})}render(){let{card:e,studio:t}=this;return!e||!t?x:v`
      ${this.models.length>1?this.switch(e):x}
      ${e.usesWords?this.words(e,t):this.pictures(t)}
      ${t.noise===null?x:this.expression(t.noise,{noise:null})}
      <div class="three">${this.seed(t)} ${e.steps.choices.length>1?this.steps(e,t):x}</div>
      ${e.guidance.max>e.guidance.min?this.guidance(e,t):x}
      ${e.directions.length>0?this.directions(e.directions,t):x}
    `}switch(e){return v`<div class="group">
      <h2>${M(`studio.model`)}</h2>
      <div class="segments" data-testid="model">
        ${this.models.map(t=>v`<button
            data-testid="model-${t.id}"
            title=${N(t.summary)}
            aria-pressed=${t.id===e.id}
            @click=${()=>this.tell(`model`,t)}
          >
            ${N(t.title)}
          </button>`)}
      </div>
    </div>`}words(e,t){return t.conditioning===null?v`<label class="field">
        <h2>${M(`studio.prompt`)}</h2>
        <textarea
          data-testid="prompt"
          maxlength="2000"
          spellcheck="false"
          placeholder=${M(`studio.promptPlaceholder`)}
          .value=${t.prompt}
          @input=${e=>{let t=e.target.value;this.change({prompt:t,...this.locked?{}:{seed:Cn(),noise:null}},`typing`)}}
          @keydown=${e=>{e.key!==`Enter`||e.shiftKey||e.isComposing||(e.preventDefault(),this.tell(`settle`))}}
        ></textarea>
      </label>
      ${e.styles.length>0?this.styles_(e,t):x}`:this.expression(t.conditioning,{conditioning:null})}styles_(e,t){let n=Ai(t.prompt,e.styles),r=n=>this.change({prompt:ji(t.prompt,e.styles,n)});return v`<div class="group">
      <h2>${M(`studio.style`)}</h2>
      <div class="chips" data-testid="style">
        <button aria-pressed=${n===null} @click=${()=>r(null)}>${M(`studio.noStyle`)}</button>
        ${e.styles.map(e=>v`<button data-testid="style-${e}" aria-pressed=${n===e} @click=${()=>r(e)}>${e}</button>`)}
      </div>
    </div>`}pictures(e){return v`<rashin-uploads
        .first=${e.first}
        .second=${e.second}
        .t=${e.t}
        @files=${e=>this.tell(`files`,e.detail)}
        @away=${t=>this.change(t.detail===`second`?{second:null}:{first:e.second,second:null})}
        @slide=${e=>this.change({t:e.detail},`drag`)}
        @settle=${()=>this.tell(`settle`)}
      ></rashin-uploads>
      <button data-testid="sample" @click=${()=>this.reseed(Cn())}>
        ${k(`dice`)}${M(`studio.sample`)}
      </button>`}expression(e,t){return v`<div class="expression">
      <h2>${M(`studio.expression`)}</h2>
      <code>${e}</code>
      <button @click=${()=>this.change(t)}>${M(`studio.expressionClear`)}</button>
    </div>`}seed(e){return v`<div class="group">
      <h2><label for="seed">${M(`studio.seed`)}</label></h2>
      <div class="seed">
        <input
          id="seed"
          type="number"
          inputmode="numeric"
          data-testid="seed"
          min="0"
          max=${Sn}
          .value=${String(e.seed)}
          @input=${e=>{let t=e.target.valueAsNumber;Number.isInteger(t)&&t>=0&&t<=Sn&&this.reseed(t)}}
        />
        <button
          class="icon"
          data-testid="roll"
          aria-label=${M(`studio.roll`)}
          title=${M(`studio.roll`)}
          @click=${()=>this.reseed(Cn())}
        >
          ${k(`dice`)}
        </button>
        <button
          class="icon"
          data-testid="lock"
          aria-pressed=${this.locked}
          aria-label=${M(`studio.lock`)}
          title=${this.locked?M(`studio.unlock`):M(`studio.lock`)}
          @click=${()=>{this.locked=!this.locked}}
        >
          ${k(this.locked?`lock`:`unlock`)}
        </button>
      </div>
    </div>`}steps(e,t){return v`<div class="group">
      <h2>${M(`studio.steps`)}</h2>
      <div class="segments" data-testid="steps">
        ${e.steps.choices.map(e=>v`<button
            class="icon"
            data-testid="steps-${e}"
            aria-pressed=${e===t.steps}
            @click=${()=>this.change({steps:e})}
          >
            ${e}
          </button>`)}
      </div>
    </div>`}guidance(e,t){return v`<rashin-slider
      name="guidance"
      label=${M(`studio.guidance`)}
      .min=${e.guidance.min}
      .max=${e.guidance.max}
      .step=${.1}
      .value=${t.guidance}
      .home=${e.guidance.default}
      @slide=${e=>this.change({guidance:e.detail},`drag`)}
      @settle=${()=>this.tell(`settle`)}
    ></rashin-slider>`}directions(e,t){return v`<div class="group" title=${M(`studio.slidersHint`)}>
      <div class="titled">
        <h2>${M(`studio.sliders`)}</h2>
        <button
          class="bare"
          data-testid="reset"
          ?hidden=${Object.values(t.scales).every(e=>e===0)}
          @click=${()=>this.change({scales:{}})}
        >
          ${M(`studio.reset`)}
        </button>
      </div>
      ${e.map(e=>v`<rashin-slider
          name="slider-${e.id}"
          label=${N(e.title)}
          .min=${e.min}
          .max=${e.max}
          .step=${e.step}
          .value=${t.scales[e.id]??0}
          @slide=${t=>this.change({scales:{...this.studio?.scales,[e.id]:t.detail}},`drag`)}
          @settle=${()=>this.tell(`settle`)}
        ></rashin-slider>`)}
    </div>`}};U([E({attribute:!1})],Pi.prototype,`models`,void 0),U([E({attribute:!1})],Pi.prototype,`card`,void 0),U([E({attribute:!1})],Pi.prototype,`studio`,void 0),U([D()],Pi.prototype,`locked`,void 0),Pi=U([T(`rashin-studio-knobs`)],Pi);var Fi=100,Ii=class{constructor(e){this.present=e,this.past=[],this.future=[]}record(e){JSON.stringify(e)!==JSON.stringify(this.present)&&(this.past.push(this.present),this.past.length>Fi&&this.past.shift(),this.present=e,this.future=[])}back(){let e=this.past.pop();return e===void 0?null:(this.future.push(this.present),this.present=e,e)}forth(){let e=this.future.pop();return e===void 0?null:(this.past.push(this.present),this.present=e,e)}get canGoBack(){return this.past.length>0}get canGoForth(){return this.future.length>0}},Li=t({StudioPage:()=>$,page:()=>Wi}),Ri=`studio`,zi=120,Bi=1100,Vi=6,Hi=110,Ui=600,$=class extends w{static{this.styles=[A,Oi]}constructor(){super(),this.models=[],this.card=null,this.studio=null,this.problem=null,this.drawn=!1,this.slow=!1,this.kept=null,this.variations=[],this.toast=``,this.drops=new Ti(this,e=>void this.take(e)),this.undo=null,this.stops=[],this.sluggish=!1,this.draft=!1,this.keepAbort=new AbortController,new P(this)}connectedCallback(){super.connectedCallback(),G().watch(Ri,{frame:e=>{this.drawn=!0,this.picture.show(new Blob([e.picture],{type:e.mime}))},done:(e,t,n)=>{this.working(!1),this.sluggish=n>Hi,this.problem=null},failed:e=>this.fail(e)});let e=new AbortController,{signal:t}=e;window.addEventListener(`keydown`,e=>this.key(e),{signal:t}),window.addEventListener(`popstate`,()=>this.read(),{signal:t}),this.stops.push(()=>e.abort(),an(e=>{e===`ready`&&(this.card===null?this.load():(!this.drawn||this.problem)&&this.ask())})),this.load()}disconnectedCallback(){super.disconnectedCallback();for(let e of this.stops.splice(0))e();for(let e of[this.askTimer,this.meantTimer,this.slowTimer,this.toastTimer])clearTimeout(e);this.keepAbort.abort(),G().forget(Ri)}fail(e){e instanceof DOMException&&e.name===`AbortError`||(this.problem=Pt(e),this.working(!1),sn())}async load(){try{this.models=await zt(),this.problem=null,this.read()}catch(e){this.fail(e)}}read(){let e=Nn(location.search,this.models,M(`studio.promptPlaceholder`));e&&(this.card=e.card,this.studio=e.state,this.undo??=new Ii(e.state),this.ask(),this.vary())}change(e,t=`now`){this.studio&&(t===`drag`&&(this.draft||=this.sluggish),this.studio={...this.studio,...e},clearTimeout(this.askTimer),t===`typing`?this.askTimer=setTimeout(()=>this.ask(),zi):this.ask(),clearTimeout(this.meantTimer),this.meantTimer=setTimeout(()=>this.settle(),Bi))}settle(){let e=!this.draft;this.draft=!1,e||this.ask(),this.meant()}ask(){let{studio:e,card:t}=this;if(!e||!t)return;let n=t.steps.choices.filter(t=>t<e.steps),r=this.draft&&n.length>0?Math.max(...n):e.steps;G().ask(Ri,En({...e,steps:r},t)),this.working(!0)}working(e){clearTimeout(this.slowTimer),e?this.slow||(this.slowTimer=setTimeout(()=>{this.slow=!0},Ui)):this.slow=!1}meant(){clearTimeout(this.meantTimer),this.studio&&this.card&&(this.undo?.record(this.studio),or(Mn(this.studio,this.card)),this.vary(),this.keep().catch(e=>this.fail(e)),this.requestUpdate())}async keep(){if(!this.studio||!this.card)return null;this.keepAbort.abort(),this.keepAbort=new AbortController;let{signal:e}=this.keepAbort,t=await Vt(En(this.studio,this.card),{view:`studio-kept`,signal:e});return e.aborted||!t.image?null:(this.kept=t,this.history?.add(t),t)}vary(){let{studio:e,card:t}=this;if(!e||!t)return;let n=Array.from({length:Vi},(n,r)=>En({...e,noise:null,first:null,second:null,seed:e.seed+r+1},t));JSON.stringify(n)!==JSON.stringify(this.variations)&&(this.variations=n)}restore(e){let t=this.models.find(t=>t.id===e.model);t&&(this.card=t,this.studio=e,this.ask(),this.meant())}step(e){let t=e===`back`?this.undo?.back():this.undo?.forth();t&&this.restore(t)}key(e){(e.ctrlKey||e.metaKey)&&e.key.toLowerCase()===`z`&&(e.composedPath()[0]instanceof HTMLTextAreaElement||(e.preventDefault(),this.step(e.shiftKey?`forth`:`back`)))}say(e){this.toast=e,clearTimeout(this.toastTimer),this.toastTimer=setTimeout(()=>{this.toast=``},3500)}async take(e){for(let t of e.slice(0,2))try{let e=await Ut(t),n=this.models.find(t=>t.id===e.recipe?.model);e.recipe&&n?(this.restore(jn(e.recipe,n)),this.say(M(`studio.dropRestored`))):this.place(e.sha256)}catch(e){this.fail(e)}}place(e){let t=this.models.find(e=>e.family===`vae`)??this.models.find(e=>!e.usesWords);if(!t)return;let n=this.studio?.model===t.id?this.studio:wn(t,this.studio?.prompt??``),r=n.first===null?{first:e}:{second:e,t:.5};this.restore({...n,noise:null,...r})}switchModel(e){e!==this.card&&(this.card=e,this.studio=wn(e,this.studio?.prompt??``,this.studio?.seed),this.change({}))}async download(e){try{let t=await this.keep();if(!t?.image)return;let n=document.createElement(`a`);n.href=t.image.url.replace(/\.(png|webp)$/,`.${e}`),n.download=`${((this.card?.usesWords?this.studio?.prompt:this.studio?.model)??`picture`).replace(/[^\p{L}\p{N}]+/gu,`-`).slice(0,60)||`picture`}-${this.studio?.seed??0}.${e}`,n.click()}catch(e){this.fail(e)}}render(){let{card:e,studio:t}=this;return v`
      <rashin-studio-knobs
        class="knobs"
        .models=${this.models}
        .card=${e}
        .studio=${t}
        @knob=${e=>this.change(e.detail.patch,e.detail.pace)}
        @settle=${()=>this.settle()}
        @model=${e=>this.switchModel(e.detail)}
        @files=${e=>void this.take(e.detail)}
      ></rashin-studio-knobs>
      <div class="stage">
        <div class="easel">
          <rashin-picture
            label=${e?.usesWords?M(`studio.picture`,{prompt:t?.prompt??``}):M(`studio.pictureSample`)}
          ></rashin-picture>
          ${this.drawn?x:v`<div class="over"><i class="spin"></i><span>${M(`studio.waiting`)}</span></div>`}
          ${this.tag(t)}
          ${this.slow&&this.drawn?v`<div class="working" role="progressbar" aria-label=${M(`common.loading`)}><i></i></div>`:x}
        </div>
        <rashin-notice
          class=${this.problem?`on`:``}
          .problem=${this.problem}
          retry
          @retry=${()=>{this.problem=null,this.card?this.ask():this.load()}}
          @dismiss=${()=>{this.problem=null}}
        ></rashin-notice>
        ${e&&t?this.bench(e,t):x}
      </div>
      <div class="memory">
        <rashin-history
          current=${this.kept?.id??``}
          @take=${e=>{let{recipe:t}=e.detail,n=this.models.find(e=>e.id===t?.model);t&&n&&this.restore(jn(t,n))}}
          @problem=${e=>this.fail(e.detail)}
        ></rashin-history>
      </div>
      ${this.toast?v`<div class="toast" role="status">${this.toast}</div>`:x}
      ${this.drops.over?v`<div class="veil">${M(`studio.drop`)}</div>`:x}
    `}tag(e){return!e||e.first===null||e.noise!==null?x:v`<span class="tag">${e.second===null?M(`studio.reconstruction`):M(`studio.betweenTwo`)}</span>`}bench(e,t){return v`<div class="bench">
        <button class="icon" data-testid="undo" aria-label=${M(`studio.undo`)} ?disabled=${!this.undo?.canGoBack} @click=${()=>this.step(`back`)}>
          ${k(`undo`)}
        </button>
        <button class="icon push" data-testid="redo" aria-label=${M(`studio.redo`)} ?disabled=${!this.undo?.canGoForth} @click=${()=>this.step(`forth`)}>
          ${k(`redo`)}
        </button>
        <rashin-copy-call
          .call=${{path:`/api/v1/renders`,body:{recipe:En(t,e)}}}
        ></rashin-copy-call>
        ${[`png`,`webp`].map(e=>v`<button data-testid="download-${e}" title=${M(`studio.download`)} @click=${()=>void this.download(e)}>
            ${k(`down`)}${M(`studio.${e}`)}
          </button>`)}
      </div>
      <div class="variations">
        <h2>${M(`studio.variations`)}</h2>
        <rashin-strip
          name="variation"
          class="six"
          data-testid="variations"
          .recipes=${this.variations}
          .titles=${this.variations.map((e,n)=>M(`atlas.seed`,{seed:t.seed+n+1}))}
          @take=${e=>this.change({seed:t.seed+e.detail.index+1,noise:null,first:null,second:null})}
        ></rashin-strip>
      </div>`}};U([D()],$.prototype,`models`,void 0),U([D()],$.prototype,`card`,void 0),U([D()],$.prototype,`studio`,void 0),U([D()],$.prototype,`problem`,void 0),U([D()],$.prototype,`drawn`,void 0),U([D()],$.prototype,`slow`,void 0),U([D()],$.prototype,`kept`,void 0),U([D()],$.prototype,`variations`,void 0),U([D()],$.prototype,`toast`,void 0),U([O(`rashin-picture`)],$.prototype,`picture`,void 0),U([O(`rashin-history`)],$.prototype,`history`,void 0),$=U([T(`studio-page`)],$);var Wi={path:`/studio`,title:`nav.studio`,order:2,mount(e){let t=document.createElement(`studio-page`);return e.append(t),()=>t.remove()}},Gi=Object.values(Object.assign({"./pages/atlas.ts":Ci,"./pages/studio.ts":Li})).map(e=>e.page).sort((e,t)=>e.order-t.order),Ki=e=>Gi.find(t=>t.path===(e.replace(/\/+$/,``)||`/`)),qi=class extends w{static{this.styles=[A,p`
      :host {
        display: grid;
        grid-template-rows: var(--bar) minmax(0, 1fr);
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
      }
      nav a {
        display: flex;
        align-items: center;
        padding: 2px 12px 0;
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
    `]}constructor(){super(),this.page=Ki(location.pathname),new P(this),l(()=>this.requestUpdate()),window.addEventListener(`popstate`,()=>this.go()),window.addEventListener(`click`,e=>this.follow(e))}firstUpdated(){this.mount()}follow(e){if(e.defaultPrevented||e.button!==0||e.metaKey||e.ctrlKey||e.shiftKey)return;let t=e.composedPath().find(e=>e instanceof HTMLAnchorElement);!t||t.origin!==location.origin||t.hasAttribute(`download`)||t.target||Ki(t.pathname)&&(e.preventDefault(),t.href!==location.href&&history.pushState(null,``,t.href),this.go(),this.main.focus({preventScroll:!0}))}go(){this.page=Ki(location.pathname),this.mount()}mount(){this.leave?.(),this.leave=void 0,this.page&&(this.leave=this.page.mount(this.main)),document.title=`${this.page?`${M(this.page.title)} · `:``}Rashin`}render(){let e=o()===`dark`;return v`<header>
        <a class="button skip" href="#main" @click=${e=>{e.preventDefault(),this.main.focus()}}>${M(`nav.skip`)}</a>
        <a class="brand" href="/" aria-label="Rashin">${rt}<span>Rashin</span></a>
        <nav>
          ${Gi.map(e=>v`<a href=${e.path} aria-current=${e===this.page?`page`:x}>${M(e.title)}</a>`)}
        </nav>
        <rashin-status></rashin-status>
        <button
          class="bare language"
          data-testid="language"
          aria-label=${M(`nav.languageLabel`)}
          lang=${lt()===`ja`?`en`:`ja`}
          @click=${()=>ut(lt()===`ja`?`en`:`ja`)}
        >
          ${M(`nav.language`)}
        </button>
        <button class="bare icon" data-testid="theme" aria-label=${M(`nav.theme`)} @click=${c}>
          ${k(e?`sun`:`moon`)}
        </button>
      </header>
      <main id="main" tabindex="-1" ?hidden=${!this.page}></main>
      ${this.page?x:this.lost()}`}lost(){return v`<div class="lost">
      ${rt}
      <h1>${M(`lost.title`)}</h1>
      <p class="quiet">${M(`lost.body`,{path:location.pathname})}</p>
      <p><a class="button" href="/">${M(`lost.home`)}</a></p>
    </div>`}};U([D()],qi.prototype,`page`,void 0),U([O(`main`)],qi.prototype,`main`,void 0),qi=U([T(`rashin-app`)],qi),document.body.append(document.createElement(`rashin-app`));