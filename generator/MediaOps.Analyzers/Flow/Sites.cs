using System.Collections.Generic;

namespace MediaOps.Analyzers;

/// <summary>Numbers for the things of a body: where an object is made, where a version begins, where paths meet. The same thing has the same number in every turn of a loop, so that there are finitely many. From 1 on: 0 and less are nobody.</summary>
internal sealed class Sites
{
    private readonly Dictionary<object, int> _numbers = [];

    public int Of(object thing)
    {
        if (!_numbers.TryGetValue(thing, out int number))
        {
            number = _numbers.Count + 1;
            _numbers.Add(thing, number);
        }

        return number;
    }
}
