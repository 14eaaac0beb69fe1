using AirsPolicy.Collections;
using AirsPolicy.Language.Model;
using AirsPolicy.Language.Symbols.Points;
using AirsPolicy.Runtime.Facts.Layout;
using AirsPolicy.Runtime.Facts.Shapes;

namespace AirsPolicy.Language.Analysis.Facts;

/// <summary>What a host gives with each request at a decision point.</summary>
/// <param name="Layout">The point with its facts.</param>
/// <param name="When">When it is asked, one sentence.</param>
/// <param name="Facts">The facts of every request there, with what reads them whatever the tool.</param>
/// <param name="Tools">What a request of a tool has beside them; empty where the point knows none.</param>
internal sealed record RequestFacts(PointLayout Layout, string When, ValueList<RequestFact> Facts, ValueList<ToolFacts> Tools)
{
    /// <summary>
    /// The points at which a policy has to be asked, in the order of the table of points: rules stand there, or what happens there is kept
    /// for rules elsewhere.
    /// </summary>
    public static ValueList<RequestFacts> Of(PolicyModel model)
    {
        ArgumentNullException.ThrowIfNull(model);
        var reads = new FactReads(model);
        var declared = FactSupply.Declared(model);
        return reads
            .Points()
            .Select(point => Of(model, model.Layouts.First(layout => layout.Point == point), reads, new FactSupply(model, point, declared)))
            .ToValueList();
    }

    private static RequestFacts Of(PolicyModel model, PointLayout layout, FactReads reads, FactSupply supply)
    {
        var common = reads.At(layout.Point, tool: null).ToList();
        return new RequestFacts(
            layout,
            DecisionPoints.Find(layout.Point)!.When,
            Gather(layout.Facts.Members, common, supply),
            layout
                .Tools.Select(tool =>
                {
                    var own = reads.At(layout.Point, tool.Tool).ToList();
                    var title = model.Tools.FirstOrDefault(declared => declared.Name == tool.Tool)?.Title;
                    var all = layout.Facts.Members.Where(member => member.Name != "tool").Concat(tool.Facts.Members).ToList();
                    return new ToolFacts(
                        tool,
                        title,
                        Gather(tool.Facts.Members.Concat(ReadOf(layout.Facts, own)), own, supply),
                        Gather(all, [.. common, .. own], supply));
                })
                .ToValueList());
    }

    private static IEnumerable<ShapeMember> ReadOf(RecordShape facts, List<FactRead> reads) =>
        facts.Members.Where(member => reads.Exists(read => read.Path[0] == member.Name));

    private static ValueList<RequestFact> Gather(IEnumerable<ShapeMember> members, List<FactRead> reads, FactSupply supply)
    {
        var nodes = members.Select(member => new FactNode(member, [])).ToList();
        foreach (var read in reads)
            nodes.Find(node => node.Name == read.Path[0])?.Note(read, 0, read.Need);
        return nodes.Select(node => node.ToFact(supply)).ToValueList();
    }
}

/// <summary>What a request of one tool holds.</summary>
/// <param name="Layout">The tool with its own facts.</param>
/// <param name="Title">Its title, or null.</param>
/// <param name="Facts">Its own facts, and those of every request that are read for it alone.</param>
/// <param name="All">All facts of its requests but the name of the tool, with all that reads them.</param>
internal sealed record ToolFacts(ToolLayout Layout, string? Title, ValueList<RequestFact> Facts, ValueList<RequestFact> All);
