using System.Text.Json;
using Microsoft.Extensions.AI;

namespace AirsPolicy.Extensions.AI;

/// <summary>
/// What a model is told of a tool. Nothing leads from it to the function, so that whatever stands behind the policy cannot execute it.
/// </summary>
internal sealed class ToolDeclaration(AIFunctionDeclaration tool) : AIFunctionDeclaration
{
    public override string Name { get; } = tool.Name;

    public override string Description { get; } = tool.Description;

    public override JsonElement JsonSchema { get; } = tool.JsonSchema;

    public override JsonElement? ReturnJsonSchema { get; } = tool.ReturnJsonSchema;

    public override IReadOnlyDictionary<string, object?> AdditionalProperties { get; } = tool.AdditionalProperties;
}
