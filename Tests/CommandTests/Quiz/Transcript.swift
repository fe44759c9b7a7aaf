/// What whole runs print, word for word; what was typed is not echoed.
enum Transcript {
    static let mixed = """
        Your name: 
        Quiz

        - 3 questions; 1.8 of 3 points pass, so 2 where every answer counts whole.
        - 20 minutes from the start, also while you are away; then it is handed in as it
          stands.
        - Attempt 1. The best attempt counts.
        - What was right is shown after you hand in.
        - Every answer is saved at once; you can leave and come back.

        Enter to start, q to leave: 
        Question 1 of 3. 20 minutes left.

        Which?

          1. Alpha
          2. Beta

        Number from 1 to 2, Enter to skip, b for back, q to save and quit, ? for help: Type a number from 1 to 2.
        Number from 1 to 2, Enter to skip, b for back, q to save and quit, ? for help: Answer 2 saved.

        Question 2 of 3.

        How long?

        A number and its unit (d), Enter to skip, b for back, q to save and quit, ? for
        help: This could be two numbers: type the thousand without a comma, or the decimals
        after a point.
        A number and its unit (d), Enter to skip, b for back, q to save and quit, ? for
        help: The unit is missing: type one of d (days) after the number.
        A number and its unit (d), Enter to skip, b for back, q to save and quit, ? for
        help: Understood as 3000 days. Saved.

        Question 3 of 3.

        Which word?

        A few words, Enter to skip, /b for back, /q to save and quit, /? for help: 
        Question 2 of 3.

        How long?

        Your answer: 3000 days

        A number and its unit (d), Enter to keep it, b for back, q to save and quit, ?
        for help: 
        Question 3 of 3.

        Which word?

        A few words, Enter to skip, /b for back, /q to save and quit, /? for help: Flagged.
        A few words, Enter to skip, /b for back, /q to save and quit, /? for help: Answer "paid" saved.

        All 3 questions

          1. answered
          2. answered
          3. answered, flagged

        All 3 answered, 1 flagged (3).

        s to submit, a number to go to that question, q to save and quit, ? for help: All 3 answered, 1 flagged (3). Type submit to hand in, Enter to go back: Nothing was handed in.
        s to submit, a number to go to that question, q to save and quit, ? for help: 
        Question 1 of 3. 20 minutes left.

        Which?

          1. Alpha
          2. Beta

        Your answer: 2

        Number from 1 to 2, Enter to keep it, b for back, q to save and quit, ? for
        help: Answer 1 saved.

        Question 2 of 3.

        How long?

        Your answer: 3000 days

        A number and its unit (d), Enter to keep it, b for back, q to save and quit, ?
        for help: Undone. There is no answer now.
        A number and its unit (d), Enter to skip, b for back, q to save and quit, ? for
        help: Redone. Your answer is 3000 days.
        A number and its unit (d), Enter to keep it, b for back, q to save and quit, ?
        for help: 
        All 3 questions

          1. answered
          2. answered
          3. answered, flagged

        All 3 answered, 1 flagged (3).

        s to submit, a number to go to that question, q to save and quit, ? for help: All 3 answered, 1 flagged (3). Type submit to hand in, Enter to go back: 
        Passed: 2 of 3 (66.7%), pass mark 1.8.

        Questions

        Question 1: right, 1 of 1 (100%)
          Which?
          Your answer: Alpha

        Question 2: right, 1 of 1 (100%)
          How long?
          Your answer: 3000 days

        Question 3: wrong, 0 of 1 (0%)
          Which word?
          Your answer: paid
          Right: free
          Why: Because.

        You may take it again.

        """
}
