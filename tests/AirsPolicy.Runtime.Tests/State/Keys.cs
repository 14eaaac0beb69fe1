using AirsPolicy.Runtime.State.Keys;

namespace AirsPolicy.Runtime.Tests.State;

internal static class Keys
{
    public static StateKey Of(long number) => new StateKeyWriter().Add(number).ToKey();

    public static StateKey Of(long first, long second) => new StateKeyWriter().Add(first).Add(second).ToKey();

    public static StateKey Of(params string[] texts)
    {
        var writer = new StateKeyWriter();
        foreach (var text in texts)
            writer.Add(text);
        return writer.ToKey();
    }
}
