using AirsPolicy.Language.Tests.Semantics;

namespace AirsPolicy.Language.Tests.Analysis.Pace;

/// <summary>Nothing that holds at emergency, or goes on then, needs a model.</summary>
public class EmergencyTests
{
    private const string Judge = """
        judge guard {
          model "judge-small" from "example"
          at output
          timing inline
          timeout 2s
          prompt "Is this fine? {{ text }}"
          returns { go: bool }
          when not go then block
        }
        detector toxic { match classifier "toxicity"  found at 60% }

        """;

    [Theory]
    [InlineData("from emergency at output always ask guard", "fallback \"telephone\"", "'guardrail' needs the judge 'p.guard'")]
    [InlineData(
        "from emergency at output when toxic.found(text) then block", "fallback \"telephone\"", "'guardrail' needs 'classifier:toxicity'")]
    [InlineData("from contingency at output always ask guard", "fallback \"telephone\"", null)]
    [InlineData("from emergency at output always block", "fallback \"telephone\"", null)]
    [InlineData("from emergency at output when pii.card.found(text) then block", "fallback \"answers without gpt-fours\"", null)]
    [InlineData(
        "from emergency at output always block", "fallback \"judge-small\"", "'guardrail' needs the model \"judge-small\", its fallback")]
    [InlineData(
        "from emergency at output always block", "fallback \"the model GPT-FOUR, slower\"",
        "'guardrail' needs the model \"gpt-four\", its fallback")]
    [InlineData("from emergency at output always block", "fallback \"gpt-four\"", "'guardrail' needs the model \"gpt-four\", its fallback")]
    [InlineData("from emergency at output always block", "fallback \"xgpt-four\"", null)]
    [InlineData(
        "from emergency at output always block", "fallback \"xgpt-four, or gpt-four\"",
        "'guardrail' needs the model \"gpt-four\", its fallback")]
    [InlineData("from emergency at output always block", "fallback \"gpt-four2 and 2gpt-four\"", null)]
    [InlineData(
        "from emergency at output always block", "fallback \" toxicity \"", "'guardrail' needs the model \"toxicity\", its fallback")]
    [InlineData("from emergency at output always flag, ask guard", "fallback \"telephone\"", "'guardrail' needs the judge 'p.guard'")]
    [InlineData("from emergency at output always block", "fallback \"Toxicity\"", "'guardrail' needs the model \"toxicity\", its fallback")]
    [InlineData("from emergency at output always block", "fallback \"a list of toxicity\"", null)]
    public void An_emergency_that_needs_a_model_is_refused(string overlay, string fallback, string? message)
    {
        var found = Binding.Of($$"""
            policy p
            system s { owner "o"  model "gpt-four" from "example" }
            {{Judge}}control c { at output  when toxic.found(text) then block }
            pace guardrail {
              enter contingency when not guardrail.healthy
              enter emergency when guardrail.tampered
              {{overlay}}
              recover emergency -> contingency by "ciso"
              recover contingency -> alternate by "ciso"
              recover alternate -> primary by "ciso"
              {{fallback}}
            }
            """).Diagnostics.Where(found => found.Code is "AIRS5023" or "AIRS7900").Select(found => found.Message).ToList();
        Assert.Equal(message is null ? 0 : 1, found.Count);
        Assert.All(found, found => Assert.StartsWith($"At emergency {message}", found, StringComparison.Ordinal));
    }

    [Fact]
    public void A_library_that_knows_no_system_may_have_a_fallback() => Assert.DoesNotContain(
        Binding.Of("""
            library p
            pace guardrail {
              enter emergency when guardrail.tampered
              recover emergency -> contingency by "ciso"
              recover contingency -> alternate by "ciso"
              recover alternate -> primary by "ciso"
              fallback "telephone"
            }
            """).Diagnostics,
        found => found.Code is "AIRS5023" or "AIRS7900");
}
