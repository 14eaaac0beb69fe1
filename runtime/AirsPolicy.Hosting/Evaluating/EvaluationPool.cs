using System.Runtime.InteropServices;
using AirsPolicy.Runtime.Facts.Json;
using AirsPolicy.Runtime.Programs;

namespace AirsPolicy.Hosting.Evaluating;

/// <summary>
/// Scratch of one policy for all threads, without locks. A thread looks first where its processor left one last, so that threads on
/// different processors do not touch the same line of memory. It goes with its policy when that is replaced.
/// </summary>
internal sealed class EvaluationPool(CompiledPolicy policy, FactLimits? limits)
{
    private readonly Slot[] _slots = new Slot[Math.Max(8, Environment.ProcessorCount * 4)];

    /// <summary>Scratch that is nobody else's until it is returned.</summary>
    public EvaluationScratch Rent()
    {
        var slots = _slots;
        var first = Thread.GetCurrentProcessorId() % slots.Length;
        for (var i = 0; i < slots.Length; i++)
        {
            ref var slot = ref slots[(first + i) % slots.Length].Scratch;
            if (Volatile.Read(ref slot) is not null && Interlocked.Exchange(ref slot, null) is { } scratch)
                return scratch;
        }
        return new EvaluationScratch(policy, limits);
    }

    /// <summary>Gives scratch back; one too many is left to the collector.</summary>
    public void Return(EvaluationScratch scratch)
    {
        var slots = _slots;
        var first = Thread.GetCurrentProcessorId() % slots.Length;
        for (var i = 0; i < slots.Length; i++)
        {
            ref var slot = ref slots[(first + i) % slots.Length].Scratch;
            if (Volatile.Read(ref slot) is null && Interlocked.CompareExchange(ref slot, scratch, null) is null)
                return;
        }
    }

    // Two slots never share a line of memory.
    [StructLayout(LayoutKind.Explicit, Size = 128)]
    private struct Slot
    {
        [FieldOffset(0)]
        public EvaluationScratch? Scratch;
    }
}
