"""One page for a second reader: all that goes out of a post, what is open, and where to sign.

`review` writes it as one file that needs nothing else; `serve` shows the same with a form.

| Module | Its question |
| --- | --- |
| `command` | what does `review FILE` write, and what does it say? |
| `page` | what stands on the page? |
| `parts` | the values that its template is given |
| `asked` | from whom is it, and what is asked of the reader? |
| `patient_view` | how do patients see the post? |
| `outgoing` | which pictures and texts go out? |
| `cited` | on what does it rest, and is that still there? |
| `changes`, `differences` | what is new since the last approval, word by word? |
| `pictures` | how does the page come by its pictures: inside it, or from the preview? |
| `style` | how does it look? |
| `printing` | is there a browser that makes a PDF of it? |
| `local_pages` | the pages and the list for the preview |
| `local_form` | may this request of a browser approve anything? |
| `local_answers` | what does the preview answer below /-/review/? |
| `recording`, `recorder` | an approval from the form, written by a process of its own |
"""
