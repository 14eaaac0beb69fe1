using System.Collections.Immutable;

namespace AirsPolicy.Hosting.Telemetry;

/// <summary>
/// Tells listeners of the events of all hosts in the process, on the thread on which they happen. The package
/// <c>AirsPolicy.OpenTelemetry</c> makes log records of them. While nobody listens no event is made.
/// </summary>
public static class PolicyEvents
{
    private static ImmutableArray<Action<PolicyEvent>> s_listeners = [];

    internal static bool HasListeners => !s_listeners.IsEmpty;

    /// <summary>Listens from now on, until what is given back is disposed.</summary>
    /// <param name="listener">
    /// Is told of each event, from any number of threads. It returns soon, because the decision waits for it. What it throws is left aside.
    /// </param>
    public static IDisposable Listen(Action<PolicyEvent> listener)
    {
        ArgumentNullException.ThrowIfNull(listener);
        ImmutableInterlocked.Update(ref s_listeners, listeners => listeners.Add(listener));
        return new Subscription(listener);
    }

    internal static void Raise(PolicyEvent happened)
    {
        foreach (var listener in s_listeners)
        {
            try
            {
                listener(happened);
            }
            catch (Exception)
            {
                // A decision stands, whoever cannot be told of it.
            }
        }
    }

    private sealed class Subscription(Action<PolicyEvent> listener) : IDisposable
    {
        private int _isOver;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref _isOver, 1) == 0)
                ImmutableInterlocked.Update(ref s_listeners, listeners => listeners.Remove(listener));
        }
    }
}
