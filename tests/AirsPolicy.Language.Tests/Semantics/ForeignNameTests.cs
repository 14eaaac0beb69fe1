namespace AirsPolicy.Language.Tests.Semantics;

public class ForeignNameTests
{
    [Theory]
    [InlineData("fact am\u043Eunt: int", "amount")]
    [InlineData("fact amount: int", "am\u043Eunt")]
    [InlineData("fact am\u200Bount: int", "amount")]
    public void A_name_that_only_looks_like_another_is_one_error_and_nobody_is_told_to_write_it(string declaration, string used)
    {
        var found = Binding.Single(Binding.Of(Binding.Policy(declaration, $"control c {{ at output  when {used} > 5 then block }}")));
        Assert.Equal("AIRS1012", found.Code);
        Assert.Empty(found.Fixes);
    }

    [Fact]
    public void A_text_in_another_script_is_a_name_like_any_other() =>
        Assert.Equal(
            "'gr\u00FCnn' is none of [gr\u00FCn, rot]; did you mean 'gr\u00FCn'?",
            Binding
                .Single(
                    Binding.Of(
                        Binding.Policy(
                            "fact kind: one of [\"gr\u00FCn\", rot]",
                            "control c { at output  when kind == \"gr\u00FCnn\" then block }")))
                .Message);
}
