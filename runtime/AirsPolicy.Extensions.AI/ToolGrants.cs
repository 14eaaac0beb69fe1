using AirsPolicy.Runtime.Decisions;
using Microsoft.Extensions.AI;

namespace AirsPolicy.Extensions.AI;

/// <summary>
/// Cuts the tools of a request to those that the policy declares, that are defined as they were, and whose names are theirs alone.
/// </summary>
internal static class ToolGrants
{
    /// <summary>The tools that are left, by name.</summary>
    public static Dictionary<string, GrantedTool> Of(ChatPolicy policy, IEnumerable<AITool>? tools)
    {
        var granted = new Dictionary<string, GrantedTool>(StringComparer.Ordinal);
        if (tools is null)
            return granted;
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
            else if (ToolDigest.Of(tool) is var digest && !policy.Pins.Keeps(tool.Name, digest))
                policy.ReportNotGranted(tool.Name, "its definition has changed.");
            else
                granted.Add(tool.Name, new GrantedTool(new ToolDeclaration(function), tool as AIFunction, digest));
        }
        return granted;
    }
}
