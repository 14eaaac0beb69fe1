using AirsPolicy.Collections;
using AirsPolicy.Runtime.Runs;

namespace AirsPolicy.Runtime.State.Changes;

/// <summary>Orders of steps within changes.</summary>
internal static class OrderChanges
{
    public static ChangeWriter Add(this ChangeWriter writer, StepAutomaton? order)
    {
        if (order is null)
            return writer.Add(false);
        writer.Add(true).Add((long)order.Names.Count);
        foreach (var name in order.Names)
            writer.Add(name);
        writer.Add((long)order.Count);
        foreach (var complete in order.Complete)
            writer.Add(complete);
        foreach (var move in order.Moves)
            writer.Add((long)move);
        return writer;
    }

    public static StepAutomaton? Order(this ref ChangeReader reader)
    {
        if (!reader.Flag())
            return null;
        var names = reader.Texts();
        var complete = new bool[reader.Count()];
        for (var state = 0; state < complete.Length; state++)
            complete[state] = reader.Flag();
        var moves = new int[checked(complete.Length * names.Count)];
        for (var move = 0; move < moves.Length; move++)
            moves[move] = reader.Int();
        return new StepAutomaton(names, moves.ToValueList(), complete.ToValueList());
    }
}
