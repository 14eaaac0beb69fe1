" Generated from the table of keywords; a test compares it. AIRS_UPDATE_DOCS=1 writes it anew.
if exists('b:current_syntax')
  finish
endif

syntax match airsMember /\.\@1<!\<\%(advance\|after\|agree\|also\|always\|answers\|approvals\|approved\|approves\|args\|as\|assume\|at\|because\|calibrate\|canary\|cases\|catalogue\|class\|classifier\|close\|covers\|delegates\|depends\|depth\|detect\|deviation\|effective\|enter\|error\|except\|expect\|fails\|fallback\|family\|file\|follows\|for\|found\|from\|gap\|given\|goal\|higher\|is\|kind\|known\|labels\|ladder\|least\|lower\|mask\|match\|mean\|mitigates\|mode\|model\|money\|most\|never\|on\|one\|only\|open\|owner\|precedents\|priority\|probe\|profile\|prompt\|quorum\|raise\|rank\|reaches\|reads\|record\|recover\|refused\|refuses\|repeat\|requires\|result\|retain\|returns\|review\|reviewers\|rising\|run\|sample\|satisfies\|saying\|schema\|scope\|score\|session\|severity\|sla\|stop\|stream\|stricter\|tested\|timeout\|timing\|to\|tools\|trip\|until\|user\|version\|view\|waived\|weighs\|weights\|with\|writes\|zone\)\>/
syntax match airsEffect /\.\@1<!\<\%(allow\|amend\|append\|ask\|block\|cut\|degrade\|drop\|escalate\|flag\|halt\|hold\|notify\|otherwise\|redact\|replace\|require\|retract\)\>/
syntax match airsReserved /\.\@1<!\<\%(all\|and\|any\|by\|contains\|count\|distinct\|earlier\|ends\|has\|in\|matches\|not\|of\|or\|over\|per\|starts\|sum\|then\|when\|where\|within\)\>/
syntax match airsConstant /\.\@1<!\<\%(false\|true\)\>/
syntax match airsDeclaration /\.\@1<!\<\%(agent\|audit\|breaker\|control\|data\|detector\|extends\|fact\|group\|inapplicable\|judge\|label\|let\|library\|limit\|pace\|param\|policy\|prove\|queue\|scheme\|set\|system\|test\|tier\|tool\|type\|use\|waive\|workflow\)\>/
syntax match airsCatalogueId /\<\u\w*\%([-.]\w\+\)*\>/
syntax match airsNumber /\<\d[0-9_]*\%(\.\d\+\)\?\%(%\|\a\w*\)\?/
syntax match airsDate /\<\d\{4}-\d\{2}-\d\{2}\>/
syntax match airsPattern ~/[^/* \t]\%(\\.\|\[\%(\\.\|[^]\\]\)*\]\|[^/\\[]\)*/i\?~
syntax match airsEscape /\\./ contained
syntax region airsText start=/"/ skip=/\\./ end=/"/ oneline contains=airsEscape
syntax region airsText start=/"[""]"/ end=/"[""]"/ contains=airsEscape
syntax match airsComment +//.*$+
syntax match airsDocumentation +///.*$+

highlight default link airsMember Identifier
highlight default link airsEffect Function
highlight default link airsReserved Keyword
highlight default link airsConstant Boolean
highlight default link airsDeclaration Structure
highlight default link airsCatalogueId Constant
highlight default link airsNumber Number
highlight default link airsDate Number
highlight default link airsPattern String
highlight default link airsEscape SpecialChar
highlight default link airsText String
highlight default link airsComment Comment
highlight default link airsDocumentation SpecialComment

let b:current_syntax = 'airs'
