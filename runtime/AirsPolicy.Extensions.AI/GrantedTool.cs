using Microsoft.Extensions.AI;

namespace AirsPolicy.Extensions.AI;

/// <summary>A tool that the policy lets an application offer.</summary>
/// <param name="Declaration">What the model is told.</param>
/// <param name="Function">What is executed; null where the caller executes it.</param>
/// <param name="Digest">The digest of its definition.</param>
internal sealed record GrantedTool(ToolDeclaration Declaration, AIFunction? Function, string Digest)
{
    /// <summary>The application asks its user before each call.</summary>
    public bool AsksUser { get; } = Function?.GetService<ApprovalRequiredAIFunction>() is not null;
}
