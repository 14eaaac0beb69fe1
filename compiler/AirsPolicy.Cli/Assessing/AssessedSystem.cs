using System.Text.Json.Nodes;
using AirsPolicy.Collections;

namespace AirsPolicy.Cli.Assessing;

/// <summary>What was answered of a system.</summary>
/// <param name="Package">The package of its policy (<c>bank.aria</c>).</param>
/// <param name="Title">What it is called.</param>
/// <param name="Owner">Who answers for it, or null.</param>
/// <param name="Model">The model that it uses, or null.</param>
/// <param name="Provider">Who provides the model, or null.</param>
/// <param name="Profile">What the schemes of tiers ask for; what is left out is not known.</param>
/// <param name="IsConsumed">Others make and run it, such as an assistant in a product; what it does inside is not decided here.</param>
/// <param name="Confirmed">Ids that no decision shows, of which somebody says that they are done.</param>
internal sealed record AssessedSystem(
    string Package, string Title, string? Owner, string? Model, string? Provider, JsonObject Profile, bool IsConsumed,
    ValueList<string> Confirmed);
