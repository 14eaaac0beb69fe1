using System.Diagnostics;

namespace AirsPolicy.Storage.Sqlite;

/// <summary>The thread that writes: group after group, and again where one could not be kept.</summary>
public sealed partial class SqliteStore
{
    private static readonly TimeSpan s_firstPause = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan s_longestPause = TimeSpan.FromSeconds(5);

    private void Write()
    {
        var pause = TimeSpan.Zero;
        while (Next(pause))
        {
            try
            {
                RewriteWhereDue();
                lock (_using)
                    _file.Write(_writing, _rewritten);
                Kept();
                pause = TimeSpan.Zero;
            }
            // Whatever it is: nothing is kept, and who waits for it is told.
            catch (Exception fault)
            {
                Failed(fault);
                if (_isClosed)
                    return;
                pause = pause == TimeSpan.Zero ? s_firstPause : pause < s_longestPause ? 2 * pause : s_longestPause;
            }
        }
    }

    // Takes what waits, or goes on with what could not be kept. False once all is kept and the store is closed.
    private bool Next(TimeSpan pause)
    {
        lock (_order)
        {
            if (pause > TimeSpan.Zero)
                Monitor.Wait(_order, pause);
            if (!_writing.IsEmpty)
                return true;
            while (_taking.IsEmpty && !_hasHole)
            {
                if (_isClosed)
                    return false;
                Monitor.Wait(_order);
            }
            (_taking, _writing) = (_writing, _taking);
            return true;
        }
    }

    // By this thread, so that it is kept with one transaction: either all of it takes the place of what was before, or nothing.
    private void RewriteWhereDue()
    {
        lock (_order)
        {
            // Nothing becomes long while nothing can be kept: what waits is bounded instead.
            if (!_hasHole && (_fault is not null || _sinceRewrite < _options.RewriteAfterChanges))
                return;
            (_sinceRewrite, _rewritten, _isRewriting) = (0, null, true);
            if (_hasHole)
                _writing.DropState();
        }
        try
        {
            _rewrite!();
        }
        // What was said of the state so far takes the place of nothing. Without a hole the journal goes on as it is, and it is tried later.
        catch (Exception) when (GiveUpRewriting())
        {
            return;
        }
        lock (_order)
        {
            (_hasHole, _isRewriting) = (false, false);
            foreach (var entry in _taking.Entries)
                _writing.Add(entry.Kind, entry.Number, entry.Level, entry.Index, entry.Name, _taking.Bytes(entry));
            _taking.Clear();
        }
    }

    private bool GiveUpRewriting()
    {
        lock (_order)
        {
            (_rewritten, _isRewriting) = (null, false);
            _taking.DropWhole();
            return !_hasHole;
        }
    }

    private void Kept()
    {
        lock (_order)
        {
            _kept = Math.Max(_kept, _writing.Last);
            _latest = Stopwatch.GetElapsedTime(_writing.Since);
            _rewritten = null;
            (_fault, _faultSince) = (null, null);
            _writing.Clear();
            Monitor.PulseAll(_order);
        }
    }

    private void Failed(Exception fault)
    {
        lock (_order)
        {
            _fault = StoreFaults.Keeping(_path, fault);
            _faultSince ??= _options.Clock.GetUtcNow().UtcTicks;
            Monitor.PulseAll(_order);
        }
    }
}
