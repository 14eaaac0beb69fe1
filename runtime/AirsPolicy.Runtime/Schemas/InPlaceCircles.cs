using AirsPolicy.Runtime.Schemas.Evaluating;

namespace AirsPolicy.Runtime.Schemas;

/// <summary>
/// Finds schemas that lead back to themselves without going deeper into the value (core section 9.4.1): validating would never end.
/// </summary>
internal static class InPlaceCircles
{
    private enum Visit
    {
        Open,
        Done,
    }

    public static void Report(IEnumerable<SchemaNode> nodes, SchemaLog log)
    {
        var visits = new Dictionary<SchemaNode, Visit>();
        // Its own stack: a chain of references is as long as a document allows.
        var stack = new Stack<(SchemaNode Node, IEnumerator<SchemaNode> Next)>();
        foreach (var node in nodes)
        {
            Open(node);
            while (stack.TryPeek(out var top))
            {
                if (!top.Next.MoveNext())
                {
                    visits[top.Node] = Visit.Done;
                    stack.Pop();
                }
                else if (visits.TryGetValue(top.Next.Current, out var visit) && visit == Visit.Open)
                {
                    log.Report(
                        SchemaErrorKind.Circular,
                        top.Next.Current.Place.ToString(),
                        $"leads back to itself over '{top.Node.Place}' without going deeper into the value");
                    return;
                }
                else
                {
                    Open(top.Next.Current);
                }
            }
        }

        void Open(SchemaNode node)
        {
            if (visits.TryAdd(node, Visit.Open))
                stack.Push((node, node.Keywords.SelectMany(keyword => keyword.InPlace).GetEnumerator()));
        }
    }
}
