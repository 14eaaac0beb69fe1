using AirsPolicy.Language.Symbols;
using AirsPolicy.LanguageServer.Features;
using AirsPolicy.Runtime.Facts.Shapes;

namespace AirsPolicy.LanguageServer.Tests.Features;

/// <summary>What is offered where, with names given by hand.</summary>
public sealed class CompletionContextTests
{
    private static readonly EnumShape s_toolClass = new(["read_only", "reversible"], Rising: true, "tool_class");

    [Theory]
    [InlineData("▮", "policy library")]
    [InlineData("pol▮", "policy")]
    [InlineData("library a\n▮", "control detector fact use extends version")]
    [InlineData("library a\nuse b\n▮", "control extends use")]
    [InlineData("library a\nuse ▮", "airs.detect catalogue")]
    [InlineData("library a\nuse airs.▮", "detect")]
    [InlineData("library a\nextends airs.de▮", "detect")]
    [InlineData("library a\nuse catalogue \"▮", "airs_sdk")]
    [InlineData("library a\nuse catalogue \"ai▮\"\nlet x = 1", "airs_sdk")]
    [InlineData("library a\nextends ▮", "airs.detect")]
    [InlineData("library a\nlet x = 1\nco▮", "control detector test")]
    [InlineData("library a\nset ▮", "most")]
    [InlineData("library a\nfact x: ▮", "text int money refund_args")]
    [InlineData("library a\nfact x: text ▮", "at from control")]
    [InlineData("library a\nfact x: text at ▮", "input tool_call")]
    [InlineData("library a\nfact x: [▮", "text refund_args")]
    [InlineData("library a\nfact x: { a: ▮", "text refund_args")]
    [InlineData("library a\ndata x: { a: ▮", "text refund_args")]
    [InlineData("library a\ndata x: { a: text } ▮", "from control")]
    [InlineData("library a\nlet x = prices.▮", "sku price")]
    [InlineData("library a\nlet x = 1 in ▮", "prices")]
    [InlineData("library a\nparam x: int = 5, ▮", "lower higher")]
    [InlineData("library a\nparam x: int = 5, lower ▮", "is")]
    [InlineData("library a\nlet x = ▮", "customer most not length")]
    public void At_the_top_of_a_file(string text, string offered) => Offers(text, offered);

    [Theory]
    [InlineData("control c {▮", "at when always on mode owner satisfies")]
    [InlineData("control c {\n  at input\n  ▮\n}", "when always at")]
    [InlineData("control c { at ▮", "input output tool_call")]
    [InlineData("control c { at input, ▮ }", "input output tool_call")]
    [InlineData("control c { at tool_call ▮", "of when")]
    [InlineData("control c { at tool_call of ▮", "refund")]
    [InlineData("control c { at tool_call of refund, ▮", "refund")]
    [InlineData("control c { on ▮", "error")]
    [InlineData("control c { on error ▮", "block hold by")]
    [InlineData("control c { mode ▮", "detect")]
    [InlineData("control c { never ▮", "waived")]
    [InlineData("control c { at input  when flagged then flag\n  ▮ }", "when always mode")]
    [InlineData("detector d { ▮", "match except view score found")]
    [InlineData("detector d { view ▮", "plain folded")]
    [InlineData("detector d { view plain, ▮", "plain folded")]
    [InlineData("detector d { match ▮", "file pii.card")]
    [InlineData("detector d { score ▮", "max total noisy_or")]
    [InlineData("tool t { ▮", "class args result when")]
    [InlineData("tool t { class ▮", "read_only privileged")]
    [InlineData("tool t { args ▮", "refund_args text")]
    [InlineData("tool t { args { a: ▮", "text")]
    [InlineData("system s { ▮", "model tier zone owner")]
    [InlineData("system s { tier ▮", "airs.high harm.low")]
    [InlineData("system s { tier harm.▮", "low high")]
    [InlineData("tier high in ▮", "harm")]
    [InlineData("control c { satisfies ▮", "GR-IN-01")]
    [InlineData("control c { satisfies GR-IN-01, ▮", "EC-2.1")]
    [InlineData("control c { mitigates ▮", "LLM01")]
    [InlineData("tier high in risk { requires ▮", "GR-IN-01 LLM01")]
    [InlineData("tool t { limit 5 ▮", "of per")]
    [InlineData("tool t { limit 5 of ▮", "customer")]
    [InlineData("tool t { limit 5 per ▮", "session user")]
    [InlineData("tool t { limit 5 per user ▮", "within when class")]
    [InlineData("limit calls 5 ▮", "per of USD")]
    [InlineData("control c { when args.amount > 500 ▮", "GBP ms KiB then")]
    [InlineData("control c { when tool.class >= ▮", "irreversible privileged")]
    [InlineData("limit calls 5 per ▮", "session user")]
    [InlineData("limit calls 5 per user within 1h ▮", "at")]
    [InlineData("limit calls 5 per user within 1h at ▮", "input tool_call")]
    [InlineData("waive ▮", "no_injection calls GR-IN-01")]
    [InlineData("waive calls because \"x\" approved by \"y\" until 2027-01-01 with ▮", "no_injection")]
    [InlineData("test \"x\" { expect block by ▮", "calls")]
    [InlineData("test \"x\" { ▮", "given expect")]
    [InlineData("test \"x\" { repeat 3 { ▮", "given expect")]
    [InlineData("test \"x\" { given ▮", "input tool_call")]
    [InlineData("test \"x\" { given input \"a\"  expect ▮", "allow block")]
    [InlineData("test \"x\" { expect block by ▮", "no_injection")]
    [InlineData("test \"x\" { given input { ▮", "input user customer")]
    [InlineData("test \"x\" { given input { user: { ▮", "id roles")]
    [InlineData("test \"x\" { given input { user: { id: \"a\", ▮", "id roles")]
    [InlineData("test \"x\" { given input { input: { source: ▮", "user mail")]
    public void Inside_a_declaration(string text, string offered) => Offers("library a\n" + text, offered);

    [Theory]
    [InlineData("when ▮", "customer risk most pii.card length not has any")]
    [InlineData("when fla▮", "customer not")]
    [InlineData("when not ▮", "customer has")]
    [InlineData("when flagged and ▮", "customer")]
    [InlineData("when flagged ▮", "then and or")]
    [InlineData("when length(▮", "customer")]
    [InlineData("when length(text) ▮", "then and")]
    [InlineData("when length(text) > ▮", "most")]
    [InlineData("when customer.▮", "id cards")]
    [InlineData("when customer.cards.▮", "")]
    [InlineData("when pii.▮", "card")]
    [InlineData("when pii.card.▮", "found score count spans")]
    [InlineData("when tool.class == ▮", "read_only reversible")]
    [InlineData("when tool.class in [▮", "read_only reversible")]
    [InlineData("when tool.class not in [read_only, ▮", "read_only")]
    [InlineData("when 1 > by ▮", "tool")]
    [InlineData("when 1 > by tool.class { ▮", "read_only reversible")]
    [InlineData("when 1 > by tool.class { read_only 1, ▮", "reversible")]
    [InlineData("when any s in pii.card.spans(text): ▮", "customer")]
    [InlineData("let x = ▮", "customer")]
    [InlineData("let x = flagged ▮", "and when")]
    [InlineData("when flagged then ▮", "block redact hold")]
    [InlineData("when flagged then flag, ▮", "block redact hold")]
    [InlineData("when flagged then block \"no\"\n  ▮", "when always")]
    [InlineData("always ▮", "block redact hold")]
    [InlineData("when flagged then hold ▮", "for")]
    [InlineData("when flagged then hold for ▮", "finance")]
    [InlineData("when flagged then hold for finance ▮", "within otherwise when")]
    [InlineData("when flagged then queue ▮", "finance")]
    [InlineData("when flagged then escalate ▮", "finance")]
    [InlineData("when flagged then redact ▮", "pii.card")]
    [InlineData("when flagged then redact pii.card ▮", "in except as")]
    [InlineData("when flagged then redact pii.card in ▮", "customer")]
    [InlineData("when flagged then redact pii.card as ▮", "label hash mask drop")]
    [InlineData("when flagged then halt ▮", "session user")]
    [InlineData("when flagged then label ▮", "untrusted")]
    [InlineData("when flagged then ask ▮", "conduct")]
    [InlineData("when count of ▮", "tool_call event refused")]
    [InlineData("when count of refused ▮", "tool_call event")]
    [InlineData("when count of tool_call ▮", "where per")]
    [InlineData("when count of tool_call c where c.outcome == allow ▮", "per and")]
    [InlineData("when count of tool_call per ▮", "session run user system customer")]
    [InlineData("when count of tool_call per session, ▮", "run user")]
    [InlineData("when count of tool_call per session ▮", "within then and")]
    [InlineData("when count of tool_call per session within 1h ▮", "then and")]
    [InlineData("when sum of ▮", "customer")]
    [InlineData("when sum of e.cost ▮", "over")]
    [InlineData("when sum of e.cost over ▮", "event prompt refused")]
    [InlineData("when earlier ▮", "tool_result event refused")]
    public void Inside_a_rule(string text, string offered) => Offers("library a\ncontrol c {\n  at input\n  " + text, offered);

    [Theory]
    [InlineData("library a // ▮")]
    [InlineData("library a\n/// ▮")]
    [InlineData("library a\ncontrol c { when text == \"x▮\"")]
    [InlineData("library a\ncontrol c { when text matches /x▮/i")]
    [InlineData("library a\ncontrol c { when 5▮")]
    [InlineData("library a\ncontrol ▮")]
    [InlineData("library a\nlet ▮")]
    [InlineData("library a\nfact ▮")]
    [InlineData("policy ▮")]
    public void Nothing_where_only_the_author_knows(string text) => Assert.Empty(Complete(text));

    [Theory]
    [InlineData("library a\ncontrol c {\n  at input\n  when flagged then ▮", "control detector")]
    [InlineData("library a\ncontrol c {\n  at ▮", "when block")]
    [InlineData("library a\ncontrol c {\n  when flagged ▮", "at mode")]
    [InlineData("library a\ncontrol c { when customer.▮", "customer not")]
    [InlineData("library a\ncontrol c { satisfies ▮", "LLM01 when")]
    [InlineData("library a\ncontrol c { mitigates ▮", "GR-IN-01")]
    [InlineData("library a\ncontrol c { when ▮", "GR-IN-01 calls")]
    [InlineData("library a\ncontrol c { when args.amount > 500ms ▮", "GBP ms")]
    [InlineData("library a\ncontrol c { when flagged then cut ▮", "GBP ms")]
    [InlineData("library a\ntest \"t\" { repeat 5 ▮", "GBP ms")]
    [InlineData("library a\nuse airs.▮", "airs.detect")]
    public void What_does_not_fit_is_not_offered(string text, string unfit) =>
        Assert.Empty(Complete(text).Intersect(unfit.Split(' ')));

    [Fact]
    public void A_declaration_in_the_first_column_closes_what_is_open() =>
        Offers("library a\ncontrol c {\n  when length(text\ndetector d {\n  ▮", "match view");

    [Theory]
    [InlineData("library a\ncontrol c { satisfies GR-IN-▮", "GR-IN-")]
    [InlineData("library a\ncontrol c { satisfies EC-2.▮", "EC-2.")]
    [InlineData("library a\ncontrol c { satisfies GR-IN-01, EC-2.1▮ }", "EC-2.1")]
    public void An_id_is_replaced_with_its_hyphens_and_dots(string text, string replaced)
    {
        var marked = Marked.With(text, Marked.Name("GR-IN-01", SymbolKind.CatalogueId));
        var found = CompletionFeature.At(marked.Analysis, marked.Tree, marked.Position, []);
        Assert.Equal(replaced, marked.Tree.Source.Slice(found.Replaces).ToString());
        Assert.Contains("GR-IN-01", found.Entries.Select(entry => entry.Label));
    }

    [Fact]
    public void The_word_at_the_cursor_is_replaced_whole()
    {
        var marked = Marked.With("library a\nco▮ntrol");
        var found = CompletionFeature.At(marked.Analysis, marked.Tree, marked.Position, []);
        Assert.Equal("control", marked.Tree.Source.Slice(found.Replaces).ToString());
    }

    [Fact]
    public void Any_place_in_any_prefix_gives_an_answer()
    {
        const string Text =
            "policy a\nuse b\ncontrol c {\n  at tool_call of x, y\n  when any s in pii.card.spans(text): s.digits not in [by tier { low " +
            "1 }] then redact pii.card as mask, block \"x\"\n}\ntest \"t\" { given input { user: { id: \"x\" } } expect block by c }\n";
        for (var position = 0; position <= Text.Length; position++)
        {
            var marked = Marked.With(Text[..position] + "▮");
            var entries = CompletionFeature.At(marked.Analysis, marked.Tree, marked.Position, []).Entries;
            Assert.Equal(entries.Count, entries.Select(entry => entry.Label).Distinct(StringComparer.Ordinal).Count());
        }
    }

    private static void Offers(string text, string offered) =>
        Assert.Empty(offered.Split(' ', StringSplitOptions.RemoveEmptyEntries).Except(Complete(text)));

    private static List<string> Complete(string text)
    {
        var customer = new RecordShape([
            new ShapeMember("id", "id", TextShape.Instance),
            new ShapeMember("cards", "cards", new ListShape(TextShape.Instance)),
        ]);
        var marked = Marked.With(
            text,
            Marked.Name("GR-IN-01", SymbolKind.CatalogueId),
            Marked.Name("EC-2.1", SymbolKind.CatalogueId),
            Marked.Name("LLM01", SymbolKind.ThreatId),
            Marked.Name("calls", SymbolKind.Limit),
            Marked.Name(
                "harm",
                SymbolKind.Scheme,
                new RecordShape([new ShapeMember("tier", "tier", new EnumShape(["low", "high"], Rising: true, "harm.tier"))])),
            Marked.Name(
                "prices",
                SymbolKind.Data,
                new RecordShape([new ShapeMember("sku", "sku", TextShape.Instance), new ShapeMember("price", "price", IntShape.Instance)])),
            Marked.Name("customer", SymbolKind.Fact, customer),
            Marked.Name("tool", SymbolKind.Fact, new RecordShape([new ShapeMember("class", "class", s_toolClass)])),
            Marked.Name("text", SymbolKind.Fact, TextShape.Instance),
            Marked.Name("flagged", SymbolKind.Fact, BoolShape.Instance),
            Marked.Name("risk", SymbolKind.Let, ShareShape.Instance),
            Marked.Name("most", SymbolKind.Param, IntShape.Instance),
            Marked.Name("length", SymbolKind.Function),
            Marked.Name("pii.card", SymbolKind.Detector),
            Marked.Name("refund_args", SymbolKind.Type),
            Marked.Name("refund", SymbolKind.Tool),
            Marked.Name("finance", SymbolKind.Queue),
            Marked.Name("untrusted", SymbolKind.Label),
            Marked.Name("conduct", SymbolKind.Judge),
            Marked.Name("no_injection", SymbolKind.Control));
        return
        [
            .. CompletionFeature.At(marked.Analysis, marked.Tree, marked.Position, ["airs.detect"]).Entries.Select(entry => entry.Label),
        ];
    }
}
