using AirsPolicy.Language.Diagnostics;
using AirsPolicy.Language.Tests.Semantics;

namespace AirsPolicy.Language.Tests.Analysis.Pace;

/// <summary>Which states a chart comes to, and whether each can be entered and left.</summary>
public class StateTests
{
    private const string Alternate = "enter alternate when guardrail.errors > 5%";
    private const string Contingency = "enter contingency when not guardrail.healthy";
    private const string Emergency = "enter emergency when guardrail.tampered  fallback \"paper\"";
    private const string ToPrimary = "recover alternate -> primary by \"lead\"";
    private const string ToAlternate = "recover contingency -> alternate by \"lead\"";
    private const string ToContingency = "recover emergency -> contingency by \"lead\"";

    [Theory]
    [InlineData($"{Alternate}\n{ToPrimary}", "")]
    [InlineData($"{Contingency}\n{ToAlternate}\n{ToPrimary}", "")]
    [InlineData($"{Emergency}\n{ToContingency}\n{ToAlternate}\n{ToPrimary}", "")]
    [InlineData(Alternate, "not left alternate 4")]
    [InlineData($"{Alternate}\n{Contingency}", "not left alternate 4, not left contingency 5")]
    [InlineData($"{Contingency}\n{ToAlternate}", "not left alternate 5")]
    [InlineData($"{Emergency}\n{ToContingency}", "not left contingency 5")]
    [InlineData($"{Emergency}\n{ToContingency}\n{ToAlternate}", "not left alternate 6")]
    [InlineData($"{Alternate}\n{Emergency}\n{ToContingency}\n{ToAlternate}", "not left alternate 4")]
    [InlineData($"{Alternate}\n{ToPrimary}\n{ToAlternate}", "not entered contingency")]
    [InlineData($"{Alternate}\n{ToPrimary}\n{ToContingency}", "not entered emergency")]
    [InlineData($"{Contingency}\n{ToContingency}\n{ToAlternate}\n{ToPrimary}", "not entered emergency")]
    public void A_state_is_entered_by_a_trigger_or_on_the_way_back_and_left_by_people(string chart, string found) =>
        Assert.Equal(found, States($"pace guardrail {{\n{chart}\n}}"));

    [Theory]
    [InlineData("always degrade guardrail to alternate", ToPrimary, "")]
    [InlineData("always degrade guardrail to alternate", "", "not left alternate 3")]
    [InlineData("always degrade guardrail to emergency", $"fallback \"paper\"\n{ToContingency}\n{ToAlternate}\n{ToPrimary}", "")]
    [InlineData("always degrade guardrail to emergency", "fallback \"paper\"", "not left emergency 3")]
    [InlineData("on error degrade guardrail to contingency  when length(text) > 5 then flag", "", "not left contingency 3")]
    [InlineData(
        "on error degrade guardrail to contingency  when length(text) > 5 then degrade guardrail to alternate", ToAlternate,
        "not left alternate 3")]
    [InlineData(
        "on error degrade guardrail to alternate\n  when length(text) > 5 then degrade guardrail to alternate", "", "not left alternate 4")]
    public void A_state_is_entered_by_what_a_control_asks_for(string control, string chart, string found) =>
        Assert.Equal(found, States($"control c {{ at input  {control} }}\npace guardrail {{\n{chart}\n}}"));

    [Fact]
    public void What_leads_to_a_state_is_its_trigger_before_a_rule_before_the_way_back()
    {
        Assert.Equal(
            "not left alternate 5",
            States($"control c {{ at input  always degrade guardrail to alternate }}\npace guardrail {{\n{Alternate}\n{Contingency}\n"
                + $"{ToAlternate}\n}}"));
        Assert.Equal(
            "not left alternate 3",
            States($"control c {{ at input  always degrade guardrail to alternate }}\npace guardrail {{\n{Contingency}\n"
                + $"{ToAlternate}\n}}"));
    }

    [Fact]
    public void What_makes_one_chart_worse_leads_no_other_anywhere() => Assert.Equal(
        "not entered alternate",
        States($"control c {{ at input  always degrade human to alternate }}\npace human {{ {ToPrimary} }}\n"
            + $"pace guardrail {{ {ToPrimary} }}"));

    [Theory]
    [InlineData("from alternate", Contingency, $"{ToAlternate}  {ToPrimary}", "")]
    [InlineData("from contingency", Contingency, $"{ToAlternate}  {ToPrimary}", "")]
    [InlineData("from contingency", Alternate, ToPrimary, "not entered contingency")]
    [InlineData("from emergency", Contingency, $"{ToAlternate}  {ToPrimary}", "not entered emergency")]
    [InlineData("from contingency", Emergency, $"{ToContingency}  {ToAlternate}  {ToPrimary}", "")]
    public void What_holds_from_a_state_on_needs_that_state_or_a_worse_one(string from, string enter, string recover, string found) =>
        Assert.Equal(found, States($"pace guardrail {{ {enter}  {from} at output always block  {recover} }}"));

    [Theory]
    [InlineData($"enter emergency when guardrail.tampered  {ToContingency}  {ToAlternate}  {ToPrimary}", 1)]
    [InlineData($"enter emergency when guardrail.tampered  fallback \"paper\"  {ToContingency}  {ToAlternate}  {ToPrimary}", 0)]
    [InlineData($"{Contingency}  {ToAlternate}  {ToPrimary}", 0)]
    public void Only_where_an_emergency_is_reached_something_has_to_go_on(string chart, int found) =>
        Assert.Equal(found, Found($"pace guardrail {{ {chart} }}").Count(one => one.Code == "AIRS5008"));

    [Theory]
    [InlineData("depends \"power\"", "depends \"power\"", "'guardrail' and 'human' both depend on \"power\"")]
    [InlineData("depends \"power\", \"net\"", "depends \"net\"", "'guardrail' and 'human' both depend on \"net\"")]
    [InlineData("depends \"power\"", "depends \"Power\"", null)]
    [InlineData("depends \"power\"", "depends \"net\"", null)]
    public void No_two_layers_hang_on_the_same_thing(string one, string other, string? message)
    {
        var found = Found($"pace guardrail {{ {Alternate}  {one}  {ToPrimary} }}\n"
            + $"pace human {{ enter alternate when pace.guardrail >= alternate  {other}  {ToPrimary} }}")
            .Where(one => one.Code == "AIRS5009").ToList();
        Assert.Equal(message is null ? 0 : 1, found.Count);
        Assert.All(found, one => Assert.StartsWith(message!, one.Message, StringComparison.Ordinal));
    }

    [Fact]
    public void The_system_as_a_whole_may_hang_on_what_a_layer_hangs_on() => Assert.DoesNotContain(
        Found($"pace guardrail {{ {Alternate}  depends \"power\"  {ToPrimary} }}\n"
            + $"pace {{ enter alternate when pace.guardrail >= alternate  depends \"power\"  {ToPrimary} }}"),
        one => one.Code == "AIRS5009");

    private static string States(string declarations) => string.Join(", ", Found(declarations)
        .Where(one => one.Code is "AIRS5006" or "AIRS5007")
        .Select(one => one.Code == "AIRS5006" ? $"not entered {one.Arguments[1]}" : $"not left {one.Arguments[1]} {one.Arguments[3]}"));

    private static IReadOnlyList<Diagnostic> Found(string declarations) => Binding.Of($"policy p\nsystem s {{ owner \"o\" }}\n"
        + $"{declarations}\n").Diagnostics;
}
