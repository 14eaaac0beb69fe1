using System.Text.Json.Nodes;
using AirsPolicy.Extensions.AI.Contents;

namespace AirsPolicy.Extensions.AI;

/// <summary>A call that was decided on.</summary>
/// <param name="Tool">The tool.</param>
/// <param name="Asked">The arguments that the model gave, in canonical form.</param>
/// <param name="Arguments">The arguments with which it goes on.</param>
/// <param name="Verdict">The decision.</param>
internal sealed record DecidedCall(string Tool, string Asked, JsonObject Arguments, Verdict Verdict)
{
    /// <summary>The arguments are not those that the model gave.</summary>
    public bool IsEdited => JsonText.Canonical(Arguments) != Asked;
}
