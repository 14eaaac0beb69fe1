namespace AirsPolicy.LanguageServer.Grammars;

/// <summary>Writes the syntax file of Vim and Neovim from the table of keywords.</summary>
internal static class VimSyntax
{
    public static string Write() => $$"""
        " Generated from the table of keywords; a test compares it. AIRS_UPDATE_DOCS=1 writes it anew.
        if exists('b:current_syntax')
          finish
        endif

        syntax match airsMember /{{Words(WordGroups.Members)}}/
        syntax match airsEffect /{{Words(WordGroups.Effects)}}/
        syntax match airsReserved /{{Words(WordGroups.Reserved)}}/
        syntax match airsConstant /{{Words(WordGroups.Constants)}}/
        syntax match airsDeclaration /{{Words(WordGroups.Declarations)}}/
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

        """.ReplaceLineEndings("\n");

    // Behind a dot any word is a name.
    private static string Words(IEnumerable<string> words) => $@"\.\@1<!\<\%({string.Join(@"\|", words)}\)\>";
}
