using AirsPolicy.LanguageServer.Features.Signatures;

namespace AirsPolicy.LanguageServer.Tests.Features;

/// <summary>What a call or clause takes, while it is written.</summary>
public sealed class SignatureTests
{
    [Theory]
    [InlineData("when length(▮", "length(text): int", "text")]
    [InlineData("when length(session.tran▮", "length(text): int", "text")]
    [InlineData("when similar(text, ▮", "similar(text, other): share", "other")]
    [InlineData("when pii.card.found(▮)", "found(text): bool", "text")]
    [InlineData("let f(depth, width) = depth + width\n  when f(1, ▮", "f(depth, width)", "width")]
    [InlineData("when count of ▮", "count of POINT where CONDITION per KEY within TIME", "count of POINT")]
    [InlineData("when count of input ▮", "count of POINT where CONDITION per KEY within TIME", "count of POINT")]
    [InlineData("when count of input where ▮", "count of POINT where CONDITION per KEY within TIME", "where CONDITION")]
    [InlineData("when count of input where length(text) > 3 per ▮", "count of POINT where CONDITION per KEY within TIME", "per KEY")]
    [InlineData("when count of input per user within ▮", "count of POINT where CONDITION per KEY within TIME", "within TIME")]
    [InlineData("when sum of args.amount over ▮", "sum of VALUE over POINT where CONDITION per KEY within TIME", "over POINT")]
    public void The_part_at_the_cursor_is_told(string rule, string label, string part)
    {
        var help = Help(rule);
        Assert.NotNull(help);
        var form = help.Signatures[help.ActiveSignature];
        Assert.Equal(label, form.Label);
        Assert.Equal(part, form.Parameters[help.ActiveParameter].Label);
        Assert.All(form.Parameters, parameter => Assert.Contains(parameter.Label, form.Label, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("when ▮")]
    [InlineData("when unknown(▮")]
    [InlineData("when (▮")]
    [InlineData("when length(\"a▮")]
    [InlineData("when count of input per user within 1h > 3 then ▮")]
    public void Elsewhere_nothing_is_told(string rule) => Assert.Null(Help(rule));

    private static LanguageServer.Protocol.SignatureHelp? Help(string rule)
    {
        var marked = Marked.Of("library a\ncontrol c {\n  at input\n  " + rule + "\n}\n");
        return SignatureFeature.At(marked.Tree, marked.Position);
    }
}
