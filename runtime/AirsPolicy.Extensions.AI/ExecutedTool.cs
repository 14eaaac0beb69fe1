using System.Text.Json;
using Microsoft.Extensions.AI;

namespace AirsPolicy.Extensions.AI;

/// <summary>Stands for a tool in the loop that invokes functions, which asks <see cref="ToolCalls.InvokeAsync"/> to execute it.</summary>
internal sealed class ExecutedTool(ToolDeclaration tool) : AIFunction
{
    public override string Name => tool.Name;

    public override string Description => tool.Description;

    public override JsonElement JsonSchema => tool.JsonSchema;

    public override JsonElement? ReturnJsonSchema => tool.ReturnJsonSchema;

    public override IReadOnlyDictionary<string, object?> AdditionalProperties => tool.AdditionalProperties;

    // Whoever has it can do nothing with it.
    protected override ValueTask<object?> InvokeCoreAsync(AIFunctionArguments arguments, CancellationToken cancellationToken) =>
        throw new InvalidOperationException($"The tool '{Name}' is executed where the policy decides on it, and nowhere else.");
}
