import AutogenCLI

#if canImport(Glibc)
    import CAllocator
    // A command that works on one database has one thread at work at a time, on whichever thread that is: a heap for each
    // would cost pages and gain nothing.
    mallopt(M_ARENA_MAX, 1)
#endif

await AutogenCommandLine.main()
