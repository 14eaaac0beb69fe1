using System.Collections.Frozen;
using AirsPolicy.Runtime.Decisions;
using Microsoft.Extensions.AI;

namespace AirsPolicy.Extensions.AI;

/// <summary>
/// Cuts the tools of a request to those that the policy declares, that are defined as they were, and whose names are theirs alone.
/// </summary>
internal static class ToolGrants
{
    /// <summary>The tools that are left, by name.</summary>
    public static IReadOnlyDictionary<string, GrantedTool> Of(ChatPolicy policy, IEnumerable<AITool>? tools)
    {
        if (tools is null)
            return FrozenDictionary<string, GrantedTool>.Empty;
        var granted = new Dictionary<string, GrantedTool>(StringComparer.Ordinal);
        var declared = policy.Host.Layout(PointNames.ToolCall)?.Layout.Tools;
        // Models mix up names that differ in case alone.
        foreach (var named in tools.GroupBy(tool => tool.Name, StringComparer.OrdinalIgnoreCase))
        {
            var tool = named.First();
            if (tool is not AIFunctionDeclaration function)
                policy.ReportNotGranted(tool.Name, "the provider executes it, where the policy does not decide before.");
            else if (named.Skip(1).Any())
                policy.ReportNotGranted(tool.Name, "another tool of the request has its name.");
            else if (declared is null || declared.Value.Count > 0 && declared.Value.All(known => known.WireName != tool.Name))
                policy.ReportNotGranted(tool.Name, "the policy does not declare it.");
            else
                Grant(function);
        }
        return granted;

        // The digest is of what the model is told, whatever the tool says when it is asked again.
        void Grant(AIFunctionDeclaration function)
        {
            var declaration = new ToolDeclaration(function);
            var digest = ToolDigest.Of(declaration);
            if (policy.Pins.Keeps(declaration.Name, digest))
                granted.Add(declaration.Name, new GrantedTool(declaration, function as AIFunction, digest));
            else
                policy.ReportNotGranted(declaration.Name, "its definition has changed.");
        }
    }
}
